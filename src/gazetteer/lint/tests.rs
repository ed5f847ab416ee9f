//! Named cases: a small gazetteer, and what lint finds in it.

use super::*;

/// What the cases refer to; it is clean itself.
const WORLD: &str = r#"
    [[state]]
    id = "NOW"
    name = "Nowland"
    capitals = ["Nowtown"]
    demonyms = ["Nowish"]
    from = "1991-12-16"
    iso2 = "NW"
    iso_numeric = 1
    gw = 2

    [[state]]
    id = "OLD"
    name = "Old Union"
    from = "1922"
    until = "1991-12-16"
    successors = ["state:NOW"]
    iso2 = "OU"
    gw = 2

    [[bloc]]
    id = "ALL"
    name = "All Together"
    from = "1950-05-09"
    until = "2000"

    [[leader]]
    id = "anna-now"
    name = "Anna Now"
    surnames = ["Now"]
"#;

/// A case: what it shows, the text that stands beside the world, and what is found, without places and cures.
#[derive(Clone, Copy)]
struct Case(&'static str, &'static str, &'static [&'static str]);

const PERIODS: &[Case] = &[
    Case(
        "a membership that begins in another",
        r#"[[bloc]]
        id = "B"
        name = "Bloc"
        members = [
          { id = "state:NOW", from = "1995-01-02", until = "1996" },
          { id = "state:NOW", status = "observer", until = "1995-01-03" },
        ]"#,
        &["`state:NOW` is observer of `bloc:B` until 1995-01-03 and member 1995-01-02 to 1996 at once"],
    ),
    Case(
        "a membership within an open one, far below",
        r#"[[bloc]]
        id = "B"
        name = "Bloc"
        members = [
          { id = "state:NOW", from = "1992" },
          { id = "state:OLD", from = "1970", until = "1980" },
          { id = "state:OLD", from = "1980", until = "1991" },
          { id = "state:NOW", status = "candidate", from = "1999", until = "2001" },
        ]"#,
        &["`state:NOW` is member of `bloc:B` from 1992 and candidate 1999 to 2001 at once"],
    ),
    Case(
        "years that may meet do not overlap",
        r#"[[bloc]]
        id = "B"
        name = "Bloc"
        members = [
          { id = "state:NOW", from = "1992", until = "1995" },
          { id = "state:NOW", from = "1995", until = "1999-04-02" },
          { id = "state:NOW", from = "1999-04-02" },
        ]"#,
        &[],
    ),
    Case(
        "a member before the founding, another beyond the dissolution",
        r#"[[bloc]]
        id = "B"
        name = "Bloc"
        from = "1995-05-01"
        until = "2005-05-01"
        members = [
          { id = "state:NOW", from = "1995-04", until = "2005-05-01" },
          { id = "bloc:ALL", status = "observer", from = "1994", until = "2006" },
          { id = "bloc:B", from = "1995" },
        ]"#,
        &[
            "`state:NOW` is a member of `bloc:B` 1995-04 to 2005-05-01, before its founding (1995-05-01 to 2005-05-01)",
            "`bloc:B` is a member of `bloc:B` from 1995, after its dissolution (1995-05-01 to 2005-05-01)",
            "`bloc:B` is a member of `bloc:B` from 1995, after the member was dissolved (1995-05-01 to 2005-05-01)",
        ],
    ),
    Case(
        "a member that was dissolved",
        r#"[[bloc]]
        id = "B"
        name = "Bloc"
        members = [
          { id = "state:OLD", until = "1991-12-17" },
          { id = "bloc:ALL", until = "2001-01-01" },
        ]"#,
        &["`state:OLD` is a member of `bloc:B` until 1991-12-17, after the member was dissolved (1922 to 1991-12-16)"],
    ),
    Case(
        "an office within another, and one that a title tells apart",
        r#"[[leader]]
        id = "b-b"
        name = "Ben Bee"
        offices = [
          { office = "minister", of = "state:NOW", title = "minister of trade", from = "1992", until = "1999" },
          { office = "minister", of = "state:NOW", title = "minister of energy", from = "1993", until = "1994" },
          { office = "president", of = "state:NOW", from = "1995" },
          { office = "president", of = "state:NOW", from = "1997", until = "1998", acting = true },
        ]"#,
        &["`leader:b-b` is president of `state:NOW` twice at once: from 1995 and 1997 to 1998"],
    ),
    Case(
        "an office before its state and after",
        r#"[[leader]]
        id = "b-b"
        name = "Ben Bee"
        offices = [
          { office = "speaker", of = "bloc:ALL", from = "1940", until = "1950-05-09" },
          { office = "chair", of = "bloc:ALL", from = "1940", until = "1950-05" },
          { office = "president", of = "state:OLD", from = "1990" },
          { office = "prime-minister", of = "state:NOW", from = "1990", until = "1991" },
        ]"#,
        &[
            "`leader:b-b` is speaker of `bloc:ALL` 1940 to 1950-05-09, before that existed (1950-05-09 to 2000)",
            "`leader:b-b` is president of `state:OLD` from 1990, after that ended (1922 to 1991-12-16)",
        ],
    ),
    Case(
        "an office of a republic in a union, and of a land that governed itself",
        r#"[[leader]]
        id = "b-b"
        name = "Ben Bee"
        offices = [
          { office = "prime-minister", of = "state:NOW", from = "1920", until = "1921" },
          { office = "president", of = "state:NOW", from = "1980", until = "1990" },
        ]"#,
        &[],
    ),
    Case(
        "two presidents, of whom one is acting, one shares, one has another title",
        r#"[[leader]]
        id = "b-b"
        name = "Ben Bee"
        offices = [{ office = "president", of = "state:NOW", from = "1992", until = "1998-02-02" }]

        [[leader]]
        id = "c-c"
        name = "Cem Cee"
        offices = [{ office = "president", of = "state:NOW", from = "1996-01-01", until = "1997", shared = true }]

        [[leader]]
        id = "d-d"
        name = "Dag Dee"
        offices = [{ office = "president", of = "state:NOW", from = "1997-01-01", until = "1998", acting = true }]

        [[leader]]
        id = "e-e"
        name = "Eva Eee"
        offices = [{ office = "president", of = "state:NOW", from = "1998-02-01" }]

        [[leader]]
        id = "f-f"
        name = "Fay Eff"
        offices = [{ office = "speaker", of = "state:NOW", from = "1998-02-01" }]

        [[leader]]
        id = "g-g"
        name = "Gus Gee"
        offices = [{ office = "speaker", of = "state:NOW", from = "1998-02-01" }]"#,
        &["`leader:b-b` (1992 to 1998-02-02) and `leader:e-e` (from 1998-02-01) are president of `state:NOW` at once"],
    ),
    Case(
        "presidents of two bodies of one bloc",
        r#"[[leader]]
        id = "b-b"
        name = "Ben Bee"
        offices = [{ office = "bloc-president", title = "president of the court", of = "bloc:ALL", until = "1999" }]

        [[leader]]
        id = "c-c"
        name = "Cem Cee"
        offices = [{ office = "bloc-president", title = "president of the bank", of = "bloc:ALL", until = "1999" }]"#,
        &[],
    ),
];

const NAMES: &[Case] = &[
    Case(
        "a full name of two people",
        r#"[[leader]]
        id = "anna-two"
        name = "Änna Now""#,
        &["`Änna Now` is the full name of both `leader:anna-now` and `leader:anna-two`"],
    ),
    Case(
        "a capital that is another's name",
        r#"[[bloc]]
        id = "B"
        name = "Bloc"
        seats = ["Nowtown"]"#,
        &["`Nowtown` names both `bloc:B` and `state:NOW`, and nothing tells them apart"],
    ),
    Case(
        "names that dates, guards, preference or the entities' lives tell apart",
        r#"[[guard]]
        id = "town"
        after = ["Tower"]

        [[bloc]]
        id = "B"
        name = "Bloc"
        from = "1992"
        names = [
          { name = "Nowtown", guard = "town" },
          { name = "Nowish", until = "1992" },
          { name = "Nowland", prefer = true },
          "Old Union",
        ]

        [[bloc]]
        id = "C"
        name = "Circle"
        names = [{ name = "Nowish", from = "1992" }]
        until = "1991-12-16""#,
        &["`Nowish` names both `bloc:B` and `state:NOW`, and nothing tells them apart"],
    ),
    Case("a surname may be anyone's", "[[bloc]]\nid = \"B\"\nname = \"Now\"", &[]),
    Case(
        "names that no text holds, beside some that one does",
        r#"[[bloc]]
        id = "B"
        name = "Bloc+"
        names = ["Bloc,", "‘Bloc", "The  Bloc", "B.L.O.C.", "Bloc (Common)", "Évian"]"#,
        &[
            "the name `Bloc,` of `bloc:B` can never match: it does not end as a name does",
            "the name `‘Bloc` of `bloc:B` can never match: it does not begin with a letter or digit",
            "the name `The  Bloc` of `bloc:B` can never match: it holds more than one space in a row",
        ],
    ),
    Case(
        "a name that is listed twice, of one form and at one time",
        r#"[[bloc]]
        id = "B"
        name = "Bloc"
        official = ["Union of São Bloc"]
        names = ["São Bloc", "Sao Bloc", { name = "Ring", until = "1990" }, { name = "Ring", from = "1990" }]
        organs = ["Bloc"]"#,
        &["`bloc:B` lists the name `Sao Bloc` twice (as `São Bloc`)"],
    ),
    Case(
        "a surname that two full names share is listed once",
        r#"[[leader]]
        id = "b-b"
        name = "José Ben Bée"
        names = ["Ben Bee"]

        [[leader]]
        id = "c-c"
        name = "Cem Cee"
        surnames = ["Cee", "Cée"]"#,
        &["`leader:c-c` lists the surname `Cée` twice (as `Cee`)"],
    ),
    Case(
        "a state without capital or demonym; one that is gone needs none",
        r#"[[state]]
        id = "BARE"
        name = "Bareland""#,
        &["`state:BARE` has no capital", "`state:BARE` has no demonym"],
    ),
];

const RECORDS: &[Case] = &[
    Case(
        "blocs out of order; a kind between them is another matter",
        r#"[[bloc]]
        id = "C"
        name = "Circle"

        [[territory]]
        id = "a"
        name = "Atoll"

        [[bloc]]
        id = "B"
        name = "Bloc"

        [[bloc]]
        id = "D"
        name = "Duo""#,
        &["`bloc:B` stands below `bloc:C`"],
    ),
    Case(
        "leaders by their first date, a year before its months, the undated last",
        r#"[[leader]]
        id = "c-c"
        name = "Cem Cee"
        offices = [{ office = "speaker", of = "state:NOW", from = "1992" }]

        [[leader]]
        id = "b-b"
        name = "Ben Bee"
        offices = [
          { office = "chair", of = "state:NOW", from = "1995" },
          { office = "speaker", of = "state:NOW", from = "1992-01" },
        ]

        [[leader]]
        id = "a-a"
        name = "Ada Ay"

        [[leader]]
        id = "d-d"
        name = "Dag Dee"
        offices = [{ office = "speaker", of = "state:NOW", from = "1993" }]"#,
        &["`leader:d-d` stands below `leader:a-a`"],
    ),
    Case(
        "codes that cannot be",
        r#"[[territory]]
        id = "a"
        name = "Atoll"
        iso2 = "At"
        iso_numeric = 1000"#,
        &[
            "`territory:a` has the ISO code `At`, which cannot be",
            "`territory:a` has the ISO number 1000, which cannot be",
        ],
    ),
    Case(
        "codes of two at one time, and a number that a successor keeps",
        r#"[[territory]]
        id = "a"
        name = "Atoll"
        iso2 = "NW"
        iso_numeric = 1
        gw = 2

        [[territory]]
        id = "b"
        name = "Bay"
        iso2 = "OU"
        from = "1992"

        [[state]]
        id = "C"
        name = "Coast"
        until = "1991-12-16"
        gw = 2"#,
        &[
            "`territory:a` and `state:NOW` have the same `iso2`, NW",
            "`territory:a` and `state:NOW` have the same `iso_numeric`, 1",
            "`state:C` and `state:OLD` have the same `gw`, 2",
        ],
    ),
];

#[test]
fn finds_what_should_be_mended_and_nothing_else() {
    for Case(name, toml, expected) in [PERIODS, NAMES, RECORDS].concat() {
        let gazetteer = Gazetteer::builder().text("world.toml", WORLD).text("case.toml", toml).build();
        let gazetteer = gazetteer.unwrap_or_else(|error| panic!("{name}: {error}"));
        let problems: Vec<String> = gazetteer.lint().into_iter().map(|finding| finding.problem).collect();
        assert_eq!(problems, expected, "{name}");
    }
}

#[test]
fn a_finding_says_where_and_what_to_do() {
    let toml = "[[state]]\nid = \"X\"\nname = \"Exland\"\ndemonyms = [\n  \"Exish\",\n  \"Exish\",\n]\n";
    let gazetteer = Gazetteer::builder().text("mine.toml", toml).build().unwrap();
    let findings: Vec<String> = gazetteer.lint().iter().map(Finding::to_string).collect();
    insta::assert_snapshot!(findings.join("\n"), @r#"
    mine.toml:1:1: `state:X` has no capital; add `capitals = ["…"]`
    mine.toml:6:3: `state:X` lists the demonym `Exish` twice; remove one of the two (apostrophes, and a spelling without accents, need no second entry)
    "#);
}
