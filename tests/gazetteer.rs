//! What the gazetteer answers, how files lie over one another, and what it says of a broken one.

use detente::{Article, Error, Extractor, Gazetteer, Holder, Member, Name, Office, PartialDate, Status};

use crate::in_crate;

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// The keys of a bloc's full members on a date, in the order of ids.
fn members(gazetteer: &Gazetteer, bloc: &str, on: &str) -> String {
    let is_full = |member: &Member| member.status == Status::Member;
    let members = gazetteer.members(bloc, Some(date(on))).into_iter().filter(is_full);
    members.map(|member| member.entity.key().to_owned()).collect::<Vec<_>>().join(" ")
}

/// Who held the offices on a date, office by office.
fn leaders(of: &str, on: &str, offices: &[Office]) -> Vec<String> {
    let holders = Gazetteer::bundled().leaders(of, Some(date(on)));
    let wanted = holders.iter().filter(|holder| offices.contains(&holder.office));
    wanted.map(|Holder { office, entity, .. }| format!("{office}: {}", entity.name())).collect()
}

/// The message for a gazetteer that cannot be built.
fn error(toml: &str) -> Error {
    Gazetteer::builder().text("mine.toml", toml).build().unwrap_err()
}

mod bundled {
    use super::*;

    #[test]
    fn is_there() {
        let gazetteer = Gazetteer::bundled();
        assert_eq!(gazetteer.as_of(), Some(date("2026-11-22")));
        assert!(!gazetteer.version().is_empty());
        let stats = gazetteer.stats();
        assert!(stats.current_states >= 195, "{stats}");
        assert!(stats.current_blocs >= 130, "{stats}");
        assert!(stats.memberships_dated >= 2_500, "{stats}");
        assert!(stats.leaders_confirmed >= 2_500, "{stats}");
    }

    #[test]
    fn has_nothing_to_mend() {
        let findings: Vec<String> = Gazetteer::bundled().lint().iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
    }

    #[test]
    fn knows_who_belonged_to_the_day() {
        let gazetteer = Gazetteer::bundled();
        let cases = [
            ("bloc:CSTO", "2006-08-15", "ARM BLR KAZ KGZ RUS TJK"),
            ("bloc:CSTO", "2007-01-01", "ARM BLR KAZ KGZ RUS TJK UZB"),
            ("bloc:CSTO", "2013-01-01", "ARM BLR KAZ KGZ RUS TJK"),
            ("bloc:EU", "1985-12-31", "BEL DEU DNK FRA GBR GRC IRL ITA LUX NLD"),
            ("bloc:EU", "1986-06-01", "BEL DEU DNK ESP FRA GBR GRC IRL ITA LUX NLD PRT"),
            (
                "bloc:EU",
                "2021-01-01",
                "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK \
                 SVN SWE",
            ),
            ("bloc:SADC", "1985-06-01", "AGO BWA LSO MOZ MWI SWZ TZA ZMB ZWE"),
            ("bloc:CONTACT-GROUP", "1995-06-01", "DEU FRA GBR RUS USA"),
            ("bloc:CONTACT-GROUP", "1999-01-29", "DEU FRA GBR ITA RUS USA"),
            ("bloc:BRICS", "2023-12-31", "BRA CHN IND RUS ZAF"),
            ("bloc:BRICS", "2024-06-01", "ARE BRA CHN EGY ETH IND IRN RUS ZAF"),
        ];
        for (bloc, on, expected) in cases {
            assert_eq!(members(&gazetteer, bloc, on), expected, "{bloc} on {on}");
        }
    }

    #[test]
    fn knows_who_led_to_the_day() {
        use Office::{DefenceMinister, ForeignMinister, Monarch, President, PrimeMinister};
        let heads = [President, Monarch, PrimeMinister];
        let kazakhstan = |on| leaders("state:KAZ", on, &heads);
        assert_eq!(kazakhstan("2019-03-19"), ["president: Nursultan Nazarbayev", "prime-minister: Askar Mamin"]);
        assert_eq!(kazakhstan("2019-03-21"), ["president: Kassym-Jomart Tokayev", "prime-minister: Askar Mamin"]);
        let offices = [President, Monarch, PrimeMinister, ForeignMinister, DefenceMinister];
        let britain = |on| leaders("state:GBR", on, &offices);
        assert_eq!(
            britain("2022-09-05"),
            [
                "monarch: Elizabeth II",
                "prime-minister: Boris Johnson",
                "foreign-minister: Liz Truss",
                "defence-minister: Ben Wallace",
            ]
        );
        assert_eq!(
            britain("2022-10-26"),
            [
                "monarch: Charles III",
                "prime-minister: Rishi Sunak",
                "foreign-minister: James Cleverly",
                "defence-minister: Ben Wallace",
            ]
        );
    }

    #[test]
    fn finds_ids_with_and_without_kind() {
        let gazetteer = Gazetteer::bundled();
        for word in ["CSTO", "csto", "bloc:CSTO"] {
            assert_eq!(gazetteer.look_up(word).unwrap().id(), "bloc:CSTO", "{word}");
        }
        assert_eq!(gazetteer.look_up("kaz").unwrap().id(), "state:KAZ");
        assert!(gazetteer.look_up("kazakhstan").is_none());
        assert_eq!(gazetteer.suggest("kazakhstan")[0].id(), "state:KAZ");
        assert!(gazetteer.suggest("what nobody is called").is_empty());
    }

    /// The README's examples are data: what it teaches can be loaded.
    #[test]
    fn reads_what_its_readme_shows() {
        let readme = include_str!("../gazetteer/README.md");
        let examples: Vec<&str> =
            readme.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert_eq!(examples.len(), 4);
        let built = examples.iter().map(|example| Gazetteer::builder().bundled().text("README.md", *example).build());
        let built: Vec<Gazetteer> = built.map(|built| built.unwrap_or_else(|error| panic!("{error}"))).collect();
        let changed = &built[3];
        let state = changed.get("state:CIV").unwrap();
        let names: Vec<&str> = state.names().iter().map(|name| name.text).collect();
        assert_eq!(state.name(), "Ivory Coast");
        assert!(["Ivory Coast", "Côte d'Ivoire", "Ivorian"].iter().all(|name| names.contains(name)), "{names:?}");
        let csto = changed.get("bloc:CSTO").unwrap();
        assert!(csto.names().iter().all(|name| name.text != "ODKB"));
        let joined = |gazetteer: &Gazetteer| gazetteer.members("bloc:EAEU", None).len();
        assert_eq!(joined(changed), joined(&Gazetteer::bundled()) + 1);
    }
}

mod layers {
    use super::*;

    const WORLD: &str = r#"
        [[state]]
        id = "A"
        name = "Aland"
        official = ["Kingdom of A"]
        demonyms = ["Alish"]
        gw = 1

        [[state]]
        id = "B"
        name = "Beland"

        [[bloc]]
        id = "ALL"
        name = "All Together"
        acronyms = ["ALL"]
        members = [{ id = "state:A", from = "2000" }, { id = "state:B", from = "2001" }]

        [[leader]]
        id = "anna-alish"
        name = "Anna Alish"
        offices = [
          { office = "president", of = "state:A", from = "1999" },
          { office = "chair", of = "bloc:ALL", from = "2002" },
        ]
    "#;

    fn over(toml: &str) -> Gazetteer {
        let built = Gazetteer::builder().text("world.toml", WORLD).text("mine.toml", toml).build();
        built.unwrap_or_else(|error| panic!("{error}"))
    }

    fn names(gazetteer: &Gazetteer, id: &str) -> String {
        let entity = gazetteer.get(id).unwrap();
        let names: Vec<String> = entity.names().iter().map(|name| format!("{} {}", name.form, name.text)).collect();
        names.join(", ")
    }

    #[test]
    fn add_what_is_not_there() {
        let gazetteer =
            over("[[bloc]]\nid = \"TWO\"\nname = \"Two\"\nmembers = [{ id = \"state:B\", from = \"2010\" }]");
        assert_eq!(members(&gazetteer, "bloc:TWO", "2011"), "B");
        let ids: Vec<String> = gazetteer.entities().map(|entity| entity.id().to_owned()).collect();
        assert_eq!(ids, ["bloc:ALL", "bloc:TWO", "leader:anna-alish", "state:A", "state:B"]);
    }

    #[test]
    fn override_a_key_and_leave_the_others() {
        let gazetteer = over("[[state]]\nid = \"A\"\nname = \"Ayland\"\nofficial = [\"Republic of A\"]");
        assert_eq!(names(&gazetteer, "state:A"), "name Ayland, official Republic of A, demonym Alish");
        assert_eq!(gazetteer.get("state:A").unwrap().gleditsch_ward(), Some(1));
        assert_eq!(gazetteer.get("state:A").unwrap().place().unwrap().to_string(), "mine.toml:1:1");
    }

    #[test]
    fn extend_lists_and_override_the_rest() {
        let gazetteer = over(
            "[[bloc]]\nid = \"ALL\"\nextend = true\nname = \"All\"\nacronyms = [\"A.L.L.\"]\n\
             members = [{ id = \"bloc:ALL\", status = \"observer\" }]",
        );
        assert_eq!(names(&gazetteer, "bloc:ALL"), "name All, abbreviation ALL, abbreviation A.L.L.");
        let members = gazetteer.members("bloc:ALL", None);
        let members: Vec<String> = members.iter().map(|m| format!("{} {}", m.entity.key(), m.status)).collect();
        assert_eq!(members, ["A member", "B member", "ALL observer"]);
    }

    #[test]
    fn remove_an_entity_with_what_refers_to_it() {
        let gazetteer = over("[[state]]\nid = \"A\"\nremove = true");
        assert!(gazetteer.get("state:A").is_none());
        assert_eq!(members(&gazetteer, "bloc:ALL", "2005"), "B");
        let offices = gazetteer.get("leader:anna-alish").unwrap().offices();
        assert_eq!(offices.iter().map(|held| held.office).collect::<Vec<_>>(), [Office::Chair]);
    }

    #[test]
    fn remove_and_put_anew() {
        let gazetteer = Gazetteer::builder()
            .text("world.toml", WORLD)
            .text("less.toml", "[[state]]\nid = \"A\"\nremove = true")
            .text("more.toml", "[[state]]\nid = \"A\"\nname = \"New A\"")
            .build()
            .unwrap();
        assert_eq!(names(&gazetteer, "state:A"), "name New A");
    }

    #[test]
    fn declare_kinds_of_their_own() {
        let gazetteer = over(
            "kinds = [\"company\"]\n[[company]]\nid = \"OIL\"\nname = \"Oil Inc\"\n\
             [[bloc]]\nid = \"ALL\"\nextend = true\nmembers = [{ id = \"company:OIL\" }]",
        );
        let company = gazetteer.get("company:OIL").unwrap();
        assert_eq!((company.kind().as_str(), company.name()), ("company", "Oil Inc"));
        assert_eq!(gazetteer.list(Some(&company.kind()), None), [company]);
        assert_eq!(gazetteer.memberships("company:OIL", None)[0].entity.id(), "bloc:ALL");
    }

    #[test]
    fn every_name_of_an_entry_is_what_its_list_says() {
        let gazetteer = over(
            "[[state]]\nid = \"A\"\nextend = true\nmisspellings = [{ name = \"Alland\", also = [\"Alannd\"] }]\n\
             capitals = [{ name = \"Atown\", also = [\"Aton\"] }]\nseats = [\"Ahall\"]",
        );
        let entity = gazetteer.get("state:A").unwrap();
        let names = |wanted: fn(&Name<'_>) -> bool| -> Vec<&str> {
            entity.names().into_iter().filter(wanted).map(|name| name.text).collect()
        };
        assert_eq!(names(|name| name.is_misspelling), ["Alland", "Alannd"]);
        assert_eq!(names(|name| name.is_capital), ["Atown", "Aton"]);
    }

    #[test]
    fn names_of_one_letter_end_a_text() {
        let gazetteer = over("[[state]]\nid = \"A\"\nextend = true\ncapitals = [\"Y\"]");
        let text = "B met A.\n\nY";
        let extraction = Extractor::builder().gazetteer(gazetteer).build().unwrap().extract(Article::new(text));
        assert!(extraction.mentions().all(|mention| mention.span().end <= text.len()));
    }

    #[test]
    fn replace_a_guard() {
        let guard = |word: &str| format!("[[guard]]\nid = \"g\"\nafter = [\"{word}\"]\n");
        let world =
            guard("Tower") + "[[state]]\nid = \"A\"\nname = \"Aland\"\nnames = [{ name = \"A\", guard = \"g\" }]";
        let built = Gazetteer::builder().text("world.toml", world).text("mine.toml", guard("Bridge")).build().unwrap();
        assert_eq!(built.get("state:A").unwrap().names()[1].guards, ["g"]);
    }
}

mod errors {
    use super::*;

    fn state(line: &str) -> String {
        format!("[[state]]\nid = \"A\"\nname = \"Aland\"\n{line}\n")
    }

    fn bloc(member: &str) -> String {
        format!("[[bloc]]\nid = \"B\"\nname = \"B\"\nmembers = [{member}]\n")
    }

    #[test]
    fn of_the_syntax() {
        insta::assert_snapshot!(
            error("[[state]]\nid = \"A\nname = \"Aland\"\n"),
            @r#"mine.toml:2:8: this is no TOML: invalid basic string, expected `"`; mend the syntax (toml.io shows it)"#
        );
        insta::assert_snapshot!(
            error("[[state]\nid = \"A\"\n"),
            @"mine.toml:1:9: this is no TOML: unclosed array table, expected `]`; mend the syntax (toml.io shows it)"
        );
        insta::assert_snapshot!(
            error("[[state]]\nid = \"A\"\nid = \"B\"\n"),
            @"mine.toml:3:1: this is no TOML: duplicate key; mend the syntax (toml.io shows it)"
        );
    }

    #[test]
    fn of_keys_and_types() {
        insta::assert_snapshot!(
            error(&state("demonym = \"Alish\"")),
            @"mine.toml:4:1: the key `demonym` is unknown; did you mean `demonyms`?"
        );
        let unknown = error(&state("favourite = 1"));
        assert_eq!(unknown.problem(), "the key `favourite` is unknown");
        assert!(unknown.cure().starts_with("the keys here are id, name, "), "{unknown}");
        insta::assert_snapshot!(
            error("[[state]]\nid = \"A\"\n"),
            @r#"mine.toml:1:1: `name` is missing; add `name = "…"`"#
        );
        insta::assert_snapshot!(
            error("[[state]]\nid = \"A\"\nname = 7\n"),
            @"mine.toml:3:8: `name` is of type integer; write a string in quotes"
        );
        insta::assert_snapshot!(
            error(&state("gw = \"7\"")),
            @"mine.toml:4:6: `gw` is of type string; write a whole number, not negative, without quotes"
        );
        insta::assert_snapshot!(
            error(&state("names = [\"A\", 1]")),
            @"mine.toml:4:15: `names` is of type integer; write strings, or tables in braces"
        );
        insta::assert_snapshot!(
            error(&state("names = [\"A\", \"\"]")),
            @"mine.toml:4:15: `names` holds an empty text; write something between the quotes, or remove it"
        );
        insta::assert_snapshot!(
            error(&state("names = [{ name = \" A\" }]")),
            @"mine.toml:4:19: `name` holds a text with space at its ends; remove the space"
        );
    }

    #[test]
    fn of_kinds_and_ids() {
        insta::assert_snapshot!(
            error("[[staet]]\nid = \"A\"\nname = \"Aland\"\n"),
            @"mine.toml:1:3: `staet` is no kind of entity; did you mean `[[state]]`?"
        );
        insta::assert_snapshot!(
            error("[[company]]\nid = \"OIL\"\nname = \"Oil Inc\"\n"),
            @r#"mine.toml:1:3: `company` is no kind of entity; declare a kind of your own with `kinds = ["company"]` at the top of the file"#
        );
        insta::assert_snapshot!(
            error("[[state]]\nid = \"state:A\"\nname = \"Aland\"\n"),
            @"mine.toml:2:6: `state:A` is no id; write what stands after `state:`, without spaces, `:` and `~`"
        );
        for id in ["A B", r"A\tB", r"A\u00A0B", r"A\u0001", "A~B"] {
            let toml = format!("[[state]]\nid = \"{id}\"\nname = \"Aland\"\n");
            assert!(error(&toml).problem().ends_with("is no id"), "{toml}");
        }
        insta::assert_snapshot!(
            error("kinds = [\"oil:firm\"]\n"),
            @"mine.toml:1:10: `oil:firm` is no kind; write it without spaces, `:` and `~`, such as `armed-group`"
        );
        insta::assert_snapshot!(
            error("[[state]]\nid = \"A\"\nname = \"Aland\"\n\n[[state]]\nid = \"A\"\nname = \"Ayland\"\n"),
            @"mine.toml:6:6: the id `A` is taken already, at mine.toml:1:1; remove one of the two, or give it another id"
        );
        insta::assert_snapshot!(
            error("[[state]]\nid = \"KAZ\"\nname = \"K\"\n[[bloc]]\nid = \"B\"\nname = \"B\"\nmembers = [{ id = \"state:KZA\" }]\n"),
            @"mine.toml:7:19: there is no entity `state:KZA`; did you mean `state:KAZ`?"
        );
        insta::assert_snapshot!(
            error("[[bloc]]\nid = \"B\"\nname = \"B\"\nmembers = [{ id = \"B\" }]\n"),
            @"mine.toml:4:19: there is no entity `B`; did you mean `bloc:B`?"
        );
        insta::assert_snapshot!(
            error("id = \"A\"\nname = \"Aland\"\n"),
            @"mine.toml:1:1: `id` stands outside of any record; write the record's head above it, such as `[[bloc]]`"
        );
        insta::assert_snapshot!(
            error("[[bloc]]\nid = \"B\"\nremove = true\n"),
            @"mine.toml:2:6: there is no `bloc:B` below to change; correct the id, or leave `remove` and `extend` out"
        );
    }

    #[test]
    fn of_ids_that_are_near() {
        let cure = |kind: &str, id: &str| {
            let toml = format!("[[{kind}]]\nid = \"{id}\"\nextend = true\n");
            let error = Gazetteer::builder().bundled().text("mine.toml", toml).build().unwrap_err();
            assert_eq!((error.line(), error.column()), (Some(2), Some(6)));
            error.cure().to_owned()
        };
        assert_eq!(cure("bloc", "nato"), "did you mean `NATO`?");
        assert_eq!(cure("state", "PLO"), "did you mean `POL`?");
        assert_eq!(cure("state", "transnistria"), "did you mean `transnistria` under `[[territory]]`?");
        assert_eq!(cure("state", "XQZ"), "correct the id, or leave `remove` and `extend` out");
    }

    #[test]
    fn of_closed_words() {
        let leader = |office: &str| format!("[[leader]]\nid = \"a-a\"\nname = \"A A\"\noffices = [{office}]\n");
        let unknown = error(&leader("{ office = \"presidant\", of = \"leader:a-a\" }"));
        assert_eq!(unknown.problem(), "`presidant` is no office");
        assert!(unknown.cure().starts_with("write one of monarch, president, "), "{unknown}");
        insta::assert_snapshot!(
            error(&leader("{ office = \"president\" }")),
            @r#"mine.toml:4:12: `of` is missing; add `of = "…"`"#
        );
        insta::assert_snapshot!(
            error(&bloc("{ id = \"bloc:B\", status = \"full\" }")),
            @"mine.toml:4:38: `full` is no membership status; write one of member, observer, associate, candidate, suspended, dialogue_partner, partner, signatory"
        );
        insta::assert_snapshot!(
            error(&bloc("\"bloc:B\"")),
            @"mine.toml:4:12: `members` holds a text where a table belongs; write `{ … }`"
        );
        insta::assert_snapshot!(
            error("[[guard]]\nid = \"us-state\"\n[[state]]\nid = \"GEO\"\nname = \"Georgia\"\nnames = [{ name = \"G\", guard = \"us-sate\" }]\n"),
            @"mine.toml:6:32: there is no guard `us-sate`; did you mean `us-state`?"
        );
        insta::assert_snapshot!(
            error("[[state]]\nid = \"A\"\nname = \"A\"\nnames = [{ name = \"B\", case = \"upper\" }]\n"),
            @"mine.toml:4:31: `upper` is no case rule; write one of title, exact, acronym, any"
        );
    }

    #[test]
    fn of_dates() {
        let period = |dates: &str| bloc(&format!("{{ id = \"bloc:B\", {dates} }}"));
        insta::assert_snapshot!(
            error(&period("from = \"1999-04-02\", until = \"1994\"")),
            @"mine.toml:4:58: a period ends before it begins (1999-04-02 to 1994); swap or correct `from` and `until`"
        );
        insta::assert_snapshot!(
            error(&period("from = \"1991-02-29\"")),
            @"mine.toml:4:36: `1991-02-29` is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
        );
        insta::assert_snapshot!(
            error(&period("from = \"spring 1991\"")),
            @"mine.toml:4:36: `spring 1991` is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
        );
        insta::assert_snapshot!(
            error(&period("from = 1991")),
            @"mine.toml:4:36: `from` is of type integer; write a string in quotes"
        );
        insta::assert_snapshot!(
            error(&period("from = 1991-02-28")),
            @"mine.toml:4:36: `from` is of type datetime; write a string in quotes"
        );
    }

    #[test]
    fn of_files() {
        let error = Gazetteer::builder().path("no/such/folder").build().unwrap_err();
        assert_eq!(error.path(), None);
        assert!(error.problem().starts_with("no/such/folder cannot be read"), "{error}");
        assert_eq!(error.cure(), "check the path and its permissions");
        let error = Gazetteer::builder().path(in_crate("docs")).build().unwrap_err();
        assert!(error.problem().ends_with("docs holds no gazetteer"), "{error}");
    }
}
