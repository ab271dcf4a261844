//! The table as text: what `floke keys` prints, and what the manual and the reference page are made of.

use super::keymap::{Keymap, write_keys};
use super::table::{Group, TABLE};
use crate::text::{Lang, pad, width};

/// All commands by group, one a line: keys, name, id. Ends with a line break.
#[must_use]
pub fn reference(keymap: &Keymap, lang: Lang) -> String {
    let keys_of = |command| keymap.keys_of(command).map(write_keys).collect::<Vec<_>>().join(", ");
    let most = |of: &dyn Fn(&super::Entry) -> usize| TABLE.iter().map(of).max().unwrap_or(0);
    let keys_wide = most(&|row| width(&keys_of(row.command)));
    let names_wide = most(&|row| width(row.name.text(lang)));
    let mut out = String::new();
    for group in Group::ALL {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(group.title().text(lang));
        out.push('\n');
        for row in TABLE.iter().filter(|row| row.group == group) {
            let keys = pad(&keys_of(row.command), keys_wide);
            let name = pad(row.name.text(lang), names_wide);
            out.push_str(&format!("  {keys}  {name}  {}\n", row.id));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_it_once() {
        for lang in Lang::ALL {
            let text = reference(&Keymap::default(), lang);
            for row in TABLE {
                let lines = text.lines().filter(|line| line.ends_with(&format!("  {}", row.id))).count();
                assert_eq!(lines, 1, "{}", row.id);
            }
        }
    }
}
