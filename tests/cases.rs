//! The one-line cases of `tests/cases/*.txt`, counted by category.
//!
//! A line is `category | date or - | text`, in which `[surface|entity id]` stands for each mention that must be found;
//! nothing else may be found. An id that ends in `?` may be found but need not be. For a role the whole phrase is in
//! the brackets: the state and the holder are both expected inside it, or the holder alone. Below a case, `-> source |
//! TYPE | target` must be reported (`A/B`: either will do), `!>` must not; `~>` and `!~` are the same for facts.
//! `#` begins a comment.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use detente::{Article, Extraction, Extractor, RelationKind, Span, Status};

use crate::in_crate;

/// What F1 each category must reach, that does not reach [`FLOOR`]. What stands here is a debt: a floor may rise, and
/// goes when it is above the common one.
const FLOORS: &[(&str, f64)] = &[
    ("concede", 0.96),
    ("consult", 0.95),
    ("deceits", 0.75),
    ("look-alikes", 0.96),
    ("mobilize", 0.96),
    ("protest", 0.92),
    ("withdraw", 0.96),
];

/// What F1 every other category must reach.
const FLOOR: f64 = 0.98;

/// What precision and recall the events of a category must reach, where these are less than [`EVENT_FLOOR`]: a debt as
/// well.
const EVENT_FLOORS: &[(&str, [f64; 2])] = &[
    ("accuse", [1.00, 0.75]),
    ("actors", [1.00, 0.82]),
    ("agency", [0.86, 0.69]),
    ("agree", [1.00, 0.85]),
    ("aid", [1.00, 0.60]),
    ("anaphora", [0.93, 0.71]),
    ("background", [1.00, 0.75]),
    ("concede", [0.75, 0.42]),
    ("consult", [0.80, 0.88]),
    ("deeds", [0.95, 0.82]),
    ("deeds-varied", [0.77, 0.58]),
    ("direction", [0.98, 0.86]),
    ("exceptions", [1.00, 0.90]),
    ("far-target", [1.00, 0.87]),
    ("gapping", [0.85, 0.66]),
    ("guests", [1.00, 0.50]),
    ("headlines", [0.85, 0.54]),
    ("leads", [0.75, 0.53]),
    ("lists", [1.00, 0.90]),
    ("membership", [0.85, 0.85]),
    ("mobilize", [0.66, 0.33]),
    ("modality", [0.96, 0.96]),
    ("negation", [0.80, 0.80]),
    ("newswire", [0.90, 0.69]),
    ("nominals", [1.00, 0.92]),
    ("none", [0.00, 1.00]),
    ("past", [0.93, 0.93]),
    ("place", [0.95, 0.91]),
    ("prose", [0.75, 0.37]),
    ("protest", [1.00, 0.16]),
    ("reciprocal", [1.00, 0.91]),
    ("reject", [1.00, 0.50]),
    ("relatives", [1.00, 0.88]),
    ("reported", [1.00, 0.86]),
    ("request", [1.00, 0.60]),
    ("retreat", [1.00, 0.71]),
    ("sanction", [0.84, 0.84]),
    ("support", [1.00, 0.87]),
    ("threaten", [0.50, 0.14]),
    ("turn", [0.98, 0.87]),
    ("type-ACCUSE", [1.00, 0.92]),
    ("type-AGREE", [1.00, 0.71]),
    ("type-AID", [1.00, 0.84]),
    ("type-ASSAULT", [1.00, 0.76]),
    ("type-CONCEDE", [1.00, 0.92]),
    ("type-COOPERATE", [1.00, 0.76]),
    ("type-PROTEST", [0.80, 0.61]),
    ("type-REJECT", [1.00, 0.76]),
    ("type-RETREAT", [0.92, 1.00]),
    ("type-SANCTION", [0.85, 0.85]),
    ("type-SUPPORT", [1.00, 0.94]),
    ("type-THREATEN", [1.00, 0.84]),
    ("type-WITHDRAW", [1.00, 0.92]),
    ("varied-agency", [0.83, 0.47]),
    ("varied-prose", [0.72, 0.33]),
    ("varied-world", [0.68, 0.35]),
    ("wire", [0.85, 0.63]),
    ("wire-unread", [0.74, 0.49]),
];

/// What precision and recall the events of every other category must reach.
const EVENT_FLOOR: [f64; 2] = [0.97, 0.95];

#[derive(Debug, Default)]
struct Tally {
    hits: usize,
    misses: Vec<String>,
    alarms: Vec<String>,
}

impl Tally {
    fn precision_and_recall(&self) -> [f64; 2] {
        let share = |wrong: usize| match self.hits + wrong {
            0 => 1.0,
            all => self.hits as f64 / all as f64,
        };
        [share(self.alarms.len()), share(self.misses.len())]
    }

    /// Adds what was missed and what was false to a report.
    fn tell(&self, report: &mut String) {
        for (what, lines) in [("missed", &self.misses), ("false ", &self.alarms)] {
            for line in lines {
                let _ = writeln!(report, "  {what}  {line}");
            }
        }
    }

    fn f1(&self) -> f64 {
        match (self.hits, self.misses.len() + self.alarms.len()) {
            (0, 0) => 1.0,
            (hits, wrong) => 2.0 * hits as f64 / (2 * hits + wrong) as f64,
        }
    }
}

struct Case {
    /// The file and line.
    place: String,
    category: String,
    date: Option<String>,
    text: String,
    mentions: Vec<Wanted>,
    relations: Vec<Line>,
}

/// A mention in brackets.
struct Wanted {
    span: Span,
    id: String,
    optional: bool,
}

/// A line under a case.
struct Line {
    mark: String,
    source: String,
    /// Any of these will do.
    types: Vec<String>,
    target: String,
}

fn read(name: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let place = format!("{name}:{}", number + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(mark) = line.get(..2).filter(|mark| matches!(*mark, "->" | "!>" | "~>" | "!~")) {
            let parts: Vec<&str> = line[2..].split('|').map(str::trim).collect();
            let [source, types, target] = parts[..] else { panic!("{place}: write source | type | target") };
            let line = Line {
                mark: mark.to_owned(),
                source: canonical(source),
                types: types.split('/').map(str::to_owned).collect(),
                target: canonical(target),
            };
            cases.last_mut().unwrap_or_else(|| panic!("{place}: no case stands above")).relations.push(line);
            continue;
        }
        let parts: Vec<&str> = line.splitn(3, " | ").collect();
        let [category, date, marked] = parts[..] else { panic!("{place}: write category | date or - | text") };
        let (text, mentions) = unmarked(marked.trim());
        let date = Some(date.trim().to_owned()).filter(|date| date != "-");
        cases.push(Case { place, category: category.trim().to_owned(), date, text, mentions, relations: Vec::new() });
    }
    cases
}

/// The text without its brackets, and what they say. A bracket without a bar is text.
fn unmarked(marked: &str) -> (String, Vec<Wanted>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    let mut rest = marked;
    while let Some(close) = rest.find(']') {
        let (before, after) = (&rest[..close], &rest[close + 1..]);
        match before.rfind('[').and_then(|open| Some((open, before[open + 1..].split_once('|')?))) {
            Some((open, (surface, id))) => {
                text.push_str(&before[..open]);
                let span = Span::new(text.len(), text.len() + surface.len());
                text.push_str(surface);
                let optional = id.ends_with('?');
                mentions.push(Wanted { span, id: canonical(id.trim_end_matches('?')), optional });
            }
            None => text.push_str(&rest[..=close]),
        }
        rest = after;
    }
    text.push_str(rest);
    (text, mentions)
}

/// Ids that differ only in case are one; so are two ids for one thing.
fn canonical(id: &str) -> String {
    let id = id.to_lowercase();
    match &id[..] {
        "bloc:eurasian-union" | "bloc:eeu" => "bloc:eaeu".to_owned(),
        "bloc:ec" | "bloc:eec" => "bloc:eu".to_owned(),
        "bloc:ce" => "bloc:coe".to_owned(),
        "state:scg" => "state:yug".to_owned(),
        _ => id,
    }
}

/// Whether two parts of a name may be romanisations of one: as in score.py, by what they share ("sergei", "sergey").
fn alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // The longest common subsequence, row by row.
    let mut shared = vec![0; b.len() + 1];
    for x in &a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = shared[j + 1];
            shared[j + 1] = if x == y { diagonal + 1 } else { above.max(shared[j]) };
            diagonal = above;
        }
    }
    a == b || (a.len().min(b.len()) > 3 && 2.0 * f64::from(shared[b.len()]) / (a.len() + b.len()) as f64 >= 0.72)
}

/// Leaders are the same when all parts of the one name are in the other, two at least, and their initials agree.
fn same(found: &str, wanted: &str) -> bool {
    let parts = |id: &str| -> Option<(BTreeSet<String>, Vec<String>)> {
        let parts = id.strip_prefix("leader:")?.split('-').map(str::to_owned);
        let (long, short): (Vec<String>, Vec<String>) = parts.partition(|part| part.chars().count() > 1);
        Some((long.into_iter().collect(), short))
    };
    if found == wanted {
        return true;
    }
    let (Some((a, initials)), Some((b, wanted_initials))) = (parts(found), parts(wanted)) else { return false };
    let (fewer, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    (wanted_initials.is_empty() || initials == wanted_initials)
        && fewer.len() > 1
        && fewer.iter().all(|part| more.iter().any(|other| alike(part, other)))
}

fn extract(case: &Case) -> Extraction<'_> {
    let article = Article::new(&*case.text);
    let article = match &case.date {
        Some(date) => article.dated(date).unwrap_or_else(|error| panic!("{}: {error}", case.place)),
        None => article,
    };
    Extractor::bundled().extract(article)
}

fn score_mentions(case: &Case, extraction: &Extraction<'_>, tally: &mut Tally) {
    let found: Vec<(Span, String)> =
        extraction.mentions().map(|mention| (mention.span(), canonical(mention.entity().id()))).collect();
    let mut taken = vec![false; found.len()];
    for wanted in &case.mentions {
        let fits = |(span, id): &(Span, String)| span.overlaps(wanted.span) && same(id, &wanted.id);
        match (0..found.len()).find(|&number| !taken[number] && fits(&found[number])) {
            Some(number) => {
                taken[number] = true;
                tally.hits += usize::from(!wanted.optional);
            }
            None if wanted.optional => {}
            None => tally.misses.push(format!("{} {} → {}", case.place, wanted.span.of(&case.text), wanted.id)),
        }
        // On what may be found or not, nothing is wrong; inside a role the state may be found as well.
        for (taken, (span, id)) in taken.iter_mut().zip(&found) {
            let of_role = wanted.id.starts_with("leader:") && (id.starts_with("state:") || id.starts_with("bloc:"));
            *taken |= (wanted.optional && span.overlaps(wanted.span)) || (of_role && wanted.span.contains(*span));
        }
    }
    for ((span, id), _) in found.iter().zip(taken).filter(|(_, taken)| !taken) {
        tally.alarms.push(format!("{} {} → {id}", case.place, span.of(&case.text)));
    }
}

type Triple = (String, String, String);

fn score_relations(case: &Case, extraction: &Extraction<'_>, marks: [&str; 2], tally: &mut Tally) {
    let is_event = marks[0] == "->";
    let found: BTreeSet<Triple> = extraction
        .relations()
        .filter(|relation| match relation.kind() {
            RelationKind::Event(_) => is_event,
            RelationKind::Fact(_) => !is_event && relation.status().is_none_or(|status| status == Status::Member),
            _ => false,
        })
        .map(|relation| {
            let (source, target) = (relation.source(), relation.target());
            (canonical(source.id()), relation.kind().to_string(), canonical(target.id()))
        })
        .collect();
    let is_same =
        |a: &Triple, source: &str, kind: &str, target: &str| same(&a.0, source) && a.1 == kind && same(&a.2, target);
    let mut expected: BTreeSet<&Triple> = BTreeSet::new();
    for line in case.relations.iter().filter(|line| marks.contains(&&*line.mark)) {
        let hits = found
            .iter()
            .filter(|triple| line.types.iter().any(|kind| is_same(triple, &line.source, kind, &line.target)));
        let hits: Vec<&Triple> = hits.collect();
        let said = format!("{} {} {} {}", case.place, line.source, line.types.join("/"), line.target);
        match (line.mark == marks[0], hits.is_empty()) {
            (true, false) => tally.hits += 1,
            (true, true) => tally.misses.push(said),
            (false, false) => tally.alarms.push(said),
            (false, true) => {}
        }
        // Of these a coder may write both directions.
        if line.mark == marks[0] {
            expected.extend(found.iter().filter(|triple| {
                let mutual = matches!(&*triple.1, "AGREE" | "CONSULT" | "COOPERATE");
                mutual && line.types.contains(&triple.1) && is_same(triple, &line.target, &triple.1, &line.source)
            }));
        }
        expected.extend(hits);
    }
    if is_event && case.relations.iter().any(|line| marks.contains(&&*line.mark)) {
        for (source, kind, target) in found.iter().filter(|triple| !expected.contains(triple)) {
            tally.alarms.push(format!("{} {source} {kind} {target}", case.place));
        }
    }
}

#[test]
fn no_category_falls_below_its_floor() {
    let mut files: Vec<_> = fs::read_dir(in_crate("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut events: BTreeMap<String, Tally> = BTreeMap::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for case in read(&name, &fs::read_to_string(&file).unwrap()) {
            let extraction = extract(&case);
            score_mentions(&case, &extraction, tallies.entry(case.category.clone()).or_default());
            score_relations(&case, &extraction, ["~>", "!~"], tallies.entry("facts".to_owned()).or_default());
            if case.relations.iter().any(|line| matches!(&*line.mark, "->" | "!>")) {
                score_relations(&case, &extraction, ["->", "!>"], events.entry(case.category.clone()).or_default());
            }
        }
    }
    let (mut report, mut table) = (String::new(), String::new());
    for (category, tally) in &tallies {
        let floor = FLOORS.iter().find(|(name, _)| name == category).map_or(FLOOR, |(_, floor)| *floor);
        let f1 = tally.f1();
        let (misses, alarms) = (tally.misses.len(), tally.alarms.len());
        let _ = writeln!(table, "{category:16} {f1:.3}  {} right, {alarms} false, {misses} missed", tally.hits);
        if f1 < floor {
            let _ = writeln!(report, "{category}: F1 is {f1:.3}, below {floor:.3}");
            tally.tell(&mut report);
        }
    }
    for (category, tally) in &events {
        let floor = EVENT_FLOORS.iter().find(|(name, _)| name == category).map_or(EVENT_FLOOR, |(_, floor)| *floor);
        let reached = tally.precision_and_recall();
        let (misses, alarms) = (tally.misses.len(), tally.alarms.len());
        let [precision, recall] = reached;
        let _ = writeln!(
            table,
            "events of {category:16} P {precision:.3} R {recall:.3}  {} right, {alarms} false, {misses} missed",
            tally.hits
        );
        if reached.iter().zip(floor).any(|(reached, floor)| *reached < floor) {
            let _ = writeln!(report, "events of {category}: P {precision:.3}, R {recall:.3}, below {floor:?}");
            tally.tell(&mut report);
        }
    }
    println!("{table}");
    assert!(report.is_empty(), "{report}\nIf this is as it should be, change the floor of the category.");
    let forgotten: Vec<&str> =
        FLOORS.iter().map(|(name, _)| *name).filter(|name| !tallies.contains_key(*name)).collect();
    let unknown = EVENT_FLOORS.iter().map(|(name, _)| *name).filter(|name| !events.contains_key(*name));
    let forgotten: Vec<&str> = forgotten.into_iter().chain(unknown).collect();
    assert!(forgotten.is_empty(), "no case has the category {forgotten:?}: take it out of FLOORS");
}

#[test]
fn cases_are_read_as_they_are_meant() {
    let text = "# a comment\nx | 2020-01-01 | [Ukraine|state:UKR]'s [1] [the envoy|leader:a-b?].\n~> a | member_of/leads | b\n";
    let cases = read("x.txt", text);
    assert_eq!(cases[0].text, "Ukraine's [1] the envoy.");
    assert_eq!((cases[0].mentions[1].span.of(&cases[0].text), cases[0].mentions[1].optional), ("the envoy", true));
    assert_eq!(cases[0].relations[0].types, ["member_of", "leads"]);
    assert!(same("leader:sergey-lavrov", "leader:sergei-lavrov"));
    assert!(same("leader:recep-erdogan", "leader:recep-tayyip-erdogan"));
    assert!(!same("leader:george-w-bush", "leader:george-h-w-bush"));
    assert!(!same("leader:sargsyan", "leader:serzh-sargsyan"));
}
