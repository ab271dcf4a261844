//! Walks three sorted rows abreast, so that a whole map is compared without looking up an id.

use std::iter::Peekable;

use super::three::Three;

/// Every key of three rows in order, with what each row has under it. Each row is in the order of its keys.
pub(super) fn abreast<'a, K: Ord + 'a, V: 'a, I: Iterator<Item = (&'a K, &'a V)>>(
    rows: Three<I>,
) -> impl Iterator<Item = (&'a K, Three<Option<&'a V>>)> {
    let Three { base, ours, theirs } = rows;
    let (mut base, mut ours, mut theirs) = (base.peekable(), ours.peekable(), theirs.peekable());
    std::iter::from_fn(move || {
        let next =
            [base.peek(), ours.peek(), theirs.peek()].into_iter().flatten().map(|(key, _)| *key).min()?;
        let values =
            Three { base: at(&mut base, next), ours: at(&mut ours, next), theirs: at(&mut theirs, next) };
        Some((next, values))
    })
}

fn at<'a, K: Ord + 'a, V: 'a, I: Iterator<Item = (&'a K, &'a V)>>(
    row: &mut Peekable<I>,
    key: &K,
) -> Option<&'a V> {
    row.next_if(|(other, _)| *other == key).map(|(_, value)| value)
}
