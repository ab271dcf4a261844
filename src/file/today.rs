//! Today's date, as it stands on a page that leaves the program. Nothing else asks the clock for a date.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::text::Lang;

/// Today in universal time: `22 November 2026`, `22.11.2026` in Norwegian.
#[must_use]
pub fn today(lang: Lang) -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    written(civil(seconds / 86_400), lang)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn written((year, month, day): (u64, u64, u64), lang: Lang) -> String {
    match lang {
        Lang::En => {
            let month = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).unwrap_or(&"");
            format!("{day} {month} {year}")
        }
        Lang::Nb => format!("{day}.{month}.{year}"),
    }
}

/// Year, month and day so many days after 1970-01-01, by Howard Hinnant's 'chrono-compatible low-level date algorithms'.
fn civil(days: u64) -> (u64, u64, u64) {
    let z = days + 719_468;
    let era = z / 146_097;
    let day_of_era = z % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        for (days, date) in
            [(0, (1970, 1, 1)), (11_016, (2000, 2, 29)), (11_017, (2000, 3, 1)), (20_779, (2026, 11, 22))]
        {
            assert_eq!(civil(days), date);
        }
        assert_eq!(written((2026, 11, 22), Lang::Nb), "22.11.2026");
        assert_eq!(written((2026, 11, 22), Lang::En), "22 November 2026");
    }
}
