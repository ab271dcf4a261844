//! Which rows of a long list are shown.

/// The first row to show of `rows`, so that row `at` is among the `shown` ones and not at the very edge unless it
/// is the first or last.
#[must_use]
pub fn first_shown(at: usize, shown: usize, rows: usize) -> usize {
    if rows <= shown {
        return 0;
    }
    at.saturating_sub(shown / 2).min(rows - shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_always_among_the_rows_shown() {
        for rows in 0..30 {
            for shown in 1..12 {
                for at in 0..rows {
                    let first = first_shown(at, shown, rows);
                    assert!(first <= at && at < first + shown, "{at} of {rows}, {shown} shown");
                    assert!(first + shown.min(rows) <= rows, "{at} of {rows}, {shown} shown");
                }
            }
        }
    }
}
