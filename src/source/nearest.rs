//! What a mistyped word most likely means.

/// The known word that a mistyped one most likely means, if any is near: of those equally near one of the same letters,
/// then the first by the alphabet.
pub(crate) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let own = letters(word);
    known
        .iter()
        .map(|candidate| (edit_distance(word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .map(|(distance, candidate)| (distance, letters(candidate) != own, candidate))
        .min()
        .map(|(.., candidate)| candidate)
}

/// Insertions, removals, replacements and swaps of neighbours that turn one word into the other
/// (optimal string alignment).
fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposes_what_was_meant() {
        let known = ["name", "names", "members", "demonyms"];
        assert_eq!(nearest("nmae", &known), Some("name"));
        assert_eq!(nearest("demonym", &known), Some("demonyms"));
        assert_eq!(nearest("colour", &known), None);
        assert_eq!(nearest("PLO", &["PLW", "POL"]), Some("POL"));
    }
}
