//! Stats: how much a gazetteer holds, and how well it is dated and sourced.

use std::collections::BTreeSet;
use std::fmt;

use super::record::Record;
use super::{Data, Gazetteer};
use crate::date::PartialDate;
use crate::vocabulary::Kind;

/// How much a gazetteer holds, and how well it is dated and sourced; written as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// The version of the data; empty when it has none.
    pub version: String,
    /// The day up to which the data was kept.
    pub as_of: Option<PartialDate>,
    /// How many entities there are of each kind: states, territories, blocs, leaders, then kinds of a user's own.
    pub entities: Vec<(Kind, usize)>,
    /// States that exist on the day up to which the data was kept.
    pub current_states: usize,
    /// Blocs that exist on that day.
    pub current_blocs: usize,
    /// Listed names, surnames that are taken from full names among them.
    pub aliases: usize,
    /// Spells in blocs, of any status.
    pub memberships: usize,
    /// Spells in blocs whose beginning is known, to the year at least.
    pub memberships_dated: usize,
    /// Spells in blocs whose beginning is known to the day.
    pub memberships_to_the_day: usize,
    /// Spells in offices.
    pub offices: usize,
    /// People.
    pub leaders: usize,
    /// People with a Wikidata id.
    pub leaders_with_wikidata: usize,
    /// People on whom two sources agree; what an editor confirmed is not counted as a source.
    pub leaders_with_two_sources: usize,
    /// People with a Wikidata id, two sources, or both.
    pub leaders_confirmed: usize,
}

impl Gazetteer {
    /// Returns how much there is.
    ///
    /// ```
    /// let stats = detente::Gazetteer::bundled().stats();
    /// assert!(stats.current_states >= 195);
    /// println!("{stats}");
    /// ```
    pub fn stats(&self) -> Stats {
        let data = &*self.data;
        let spells = || data.records.iter().flat_map(|record| &record.members);
        let leaders = || data.records.iter().filter(|record| record.kind == Kind::Leader);
        Stats {
            version: self.version().to_owned(),
            as_of: self.as_of(),
            entities: by_kind(data),
            current_states: current(data, &Kind::State),
            current_blocs: current(data, &Kind::Bloc),
            aliases: data.aliases.len(),
            memberships: spells().count(),
            memberships_dated: spells().filter(|spell| spell.period.from.is_some()).count(),
            memberships_to_the_day: spells()
                .filter(|spell| spell.period.from.is_some_and(PartialDate::is_exact))
                .count(),
            offices: data.records.iter().map(|record| record.offices.len()).sum(),
            leaders: leaders().count(),
            leaders_with_wikidata: leaders().filter(|person| person.wikidata.is_some()).count(),
            leaders_with_two_sources: leaders().filter(|person| has_two_sources(person)).count(),
            leaders_confirmed: leaders().filter(|person| person.wikidata.is_some() || has_two_sources(person)).count(),
        }
    }
}

fn by_kind(data: &Data) -> Vec<(Kind, usize)> {
    let mut kinds = vec![(Kind::State, 0), (Kind::Territory, 0), (Kind::Bloc, 0), (Kind::Leader, 0)];
    // Records are sorted by id and so by kind: kinds of a user's own come in the order of their names.
    for record in &data.records {
        match kinds.iter_mut().find(|(kind, _)| *kind == record.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((record.kind.clone(), 1)),
        }
    }
    kinds
}

fn current(data: &Data, kind: &Kind) -> usize {
    let exists = |record: &Record| match data.as_of {
        Some(date) => record.period.holds_on(date),
        None => record.period.until.is_none(),
    };
    data.records.iter().filter(|record| record.kind == *kind && exists(record)).count()
}

fn has_two_sources(person: &Record) -> bool {
    let sources: BTreeSet<&str> = person.sources.iter().map(|source| &**source).collect();
    sources.into_iter().filter(|source| *source != "editor").count() >= 2
}

impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let version = if self.version.is_empty() { String::new() } else { format!(" {}", self.version) };
        let as_of = self.as_of.map(|date| format!(", as of {date}")).unwrap_or_default();
        writeln!(f, "gazetteer{version}{as_of}\n")?;
        let mut rows: Vec<(String, usize)> = Vec::new();
        for (kind, count) in &self.entities {
            rows.push((format!("entities of kind {kind}"), *count));
            match kind {
                Kind::State => rows.push(("  that exist".to_owned(), self.current_states)),
                Kind::Bloc => rows.push(("  that exist".to_owned(), self.current_blocs)),
                Kind::Leader => rows.extend([
                    ("  with a Wikidata id".to_owned(), self.leaders_with_wikidata),
                    ("  with two sources".to_owned(), self.leaders_with_two_sources),
                    ("  with either".to_owned(), self.leaders_confirmed),
                    ("  with neither".to_owned(), self.leaders - self.leaders_confirmed),
                ]),
                _ => {}
            }
        }
        rows.extend([
            ("names".to_owned(), self.aliases),
            ("memberships".to_owned(), self.memberships),
            ("  dated".to_owned(), self.memberships_dated),
            ("  dated to the day".to_owned(), self.memberships_to_the_day),
            ("terms in office".to_owned(), self.offices),
        ]);
        let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
        for (label, count) in rows {
            writeln!(f, "{label:width$}  {count:>7}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORLD: &str = r#"
        as_of = "2020-01-01"
        kinds = ["river"]

        [[state]]
        id = "NEW"
        name = "Newland"
        from = "1991"

        [[state]]
        id = "OLD"
        name = "Oldland"
        until = "1991"

        [[bloc]]
        id = "ALL"
        name = "All"
        members = [
          { id = "state:NEW", from = "1991-05-01" },
          { id = "state:NEW", status = "observer", from = "1990", until = "1991-05-01" },
          { id = "state:OLD" },
        ]

        [[leader]]
        id = "anna-new"
        name = "Anna New"
        wikidata = "Q1"
        sources = ["factbook", "editor"]
        offices = [{ office = "president", of = "state:NEW" }]

        [[leader]]
        id = "bert-old"
        name = "Bert Old"
        sources = ["factbook", "wikidata"]

        [[leader]]
        id = "cora-old"
        name = "Cora Old"
        sources = ["factbook", "editor"]

        [[river]]
        id = "rhine"
        name = "Rhine"
    "#;

    #[test]
    fn counts_what_there_is() {
        let gazetteer = Gazetteer::builder().text("world.toml", WORLD).build().unwrap();
        insta::assert_snapshot!(gazetteer.stats(), @r"
        gazetteer, as of 2020-01-01

        entities of kind state            2
          that exist                      1
        entities of kind territory        0
        entities of kind bloc             1
          that exist                      1
        entities of kind leader           3
          with a Wikidata id              1
          with two sources                1
          with either                     2
          with neither                    1
        entities of kind river            1
        names                            10
        memberships                       3
          dated                           2
          dated to the day                1
        terms in office                   1
        ");
    }
}
