//! From keys to commands.

use keybinds::{Key, KeyInput, KeySeq, Match, Mods};

use super::table::{Command, TABLE, View, entry};

/// What a row of keys means on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The keys of a command.
    Command(Command),
    /// The beginning of keys: what may follow, in the order of the table.
    Prefix(Vec<(KeyInput, Command)>),
    /// Nothing.
    Nothing,
}

/// Which keys mean which command. Without settings these are the table's own.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<(KeySeq, Command, &'static [View])>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::of(TABLE.iter().flat_map(|row| row.keys.iter().map(|keys| (table_key(keys), row.command))))
    }
}

/// Keys of the table.
pub(super) fn table_key(keys: &str) -> KeySeq {
    keys.parse().expect("the table's keys are written in the syntax, and a test reads them all")
}

impl Keymap {
    /// The keys of commands; of a command's keys the first is the one that hints name.
    pub(super) fn of(keys: impl IntoIterator<Item = (KeySeq, Command)>) -> Self {
        Self { rows: keys.into_iter().map(|(keys, command)| (keys, command, entry(command).views)).collect() }
    }

    /// What the keys mean on that screen. A whole match wins over a beginning.
    #[must_use]
    pub fn find(&self, view: View, keys: &[KeyInput]) -> Found {
        let mut follow = Vec::new();
        for (sequence, command, views) in &self.rows {
            if !views.contains(&view) {
                continue;
            }
            match sequence.match_to(keys) {
                Match::Matched => return Found::Command(*command),
                Match::Prefix => {
                    follow.extend(sequence.as_slice().get(keys.len()).map(|next| (*next, *command)))
                }
                Match::Unmatch => {}
            }
        }
        if follow.is_empty() || keys.is_empty() { Found::Nothing } else { Found::Prefix(follow) }
    }

    /// The keys of a command, the one that hints name first.
    pub fn keys_of(&self, command: Command) -> impl Iterator<Item = &KeySeq> {
        self.rows.iter().filter(move |(_, of, _)| *of == command).map(|(keys, ..)| keys)
    }

    /// The key that hints name, as people write it: `g l`, `Shift+Tab`, `↑`. Empty for a command without keys.
    #[must_use]
    pub fn label(&self, command: Command) -> String {
        self.keys_of(command).next().map(write_keys).unwrap_or_default()
    }
}

/// A row of keys as people write it.
#[must_use]
pub fn write_keys(keys: &KeySeq) -> String {
    keys.as_slice().iter().map(|key| write_key(*key)).collect::<Vec<_>>().join(" ")
}

/// A key as people write it: arrows as arrows, `+` as itself, the rest as it is printed on the keyboard.
#[must_use]
pub fn write_key(key: KeyInput) -> String {
    let name = match key.key() {
        Key::Up => "↑".to_owned(),
        Key::Down => "↓".to_owned(),
        Key::Left => "←".to_owned(),
        Key::Right => "→".to_owned(),
        Key::Char('+') => "+".to_owned(),
        Key::PageUp => "PgUp".to_owned(),
        Key::PageDown => "PgDn".to_owned(),
        other => other.to_string(),
    };
    if key.mods() == Mods::NONE { name } else { format!("{}+{name}", key.mods()) }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::remap::needs_altgr;
    use super::*;

    #[test]
    fn every_key_of_the_table_reads_back() {
        for row in TABLE {
            for keys in row.keys {
                let parsed: KeySeq = keys.parse().expect(keys);
                assert_eq!(&parsed.to_string(), keys);
            }
        }
    }

    #[test]
    fn no_keys_clash_on_a_screen() {
        let map = Keymap::default();
        assert_no_clash(&map);
    }

    /// Two commands with the same keys, or one whose keys begin another's, on the same screen.
    pub(in crate::command) fn assert_no_clash(map: &Keymap) {
        for view in View::ALL {
            let here: Vec<_> = map.rows.iter().filter(|(_, _, views)| views.contains(&view)).collect();
            for (at, (keys, command, _)) in here.iter().enumerate() {
                for (others, other, _) in &here[at + 1..] {
                    let (a, b) = (keys.as_slice(), others.as_slice());
                    let shared = a.iter().zip(b).take_while(|(a, b)| a == b).count();
                    assert!(
                        shared < a.len().min(b.len()),
                        "{view:?}: {command:?} {keys} and {other:?} {others}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_key_needs_altgr() {
        for row in TABLE {
            for keys in row.keys {
                let keys: KeySeq = keys.parse().expect("read above");
                assert!(!keys.as_slice().iter().any(|key| needs_altgr(*key)), "{}", row.id);
            }
        }
    }

    #[test]
    fn a_beginning_says_what_may_follow() {
        let map = Keymap::default();
        let g = KeyInput::from('g');
        let Found::Prefix(follow) = map.find(View::Board, &[g]) else { panic!("g begins keys") };
        assert!(follow.contains(&(KeyInput::from('l'), Command::Language)));
        assert_eq!(map.find(View::Board, &[g, KeyInput::from('l')]), Found::Command(Command::Language));
        assert_eq!(map.find(View::Board, &[g, KeyInput::from('å')]), Found::Nothing);
        assert_eq!(map.find(View::Board, &[]), Found::Nothing);
        assert_eq!(map.find(View::Loops, &[KeyInput::from('-')]), Found::Nothing);
    }

    #[test]
    fn keys_are_written_as_people_know_them() {
        let map = Keymap::default();
        assert_eq!(map.label(Command::Up), "↑");
        assert_eq!(map.label(Command::ZoomIn), "+");
        assert_eq!(map.label(Command::PreviousLink), "Shift+Tab");
        assert_eq!(map.label(Command::Language), "g l");
    }
}
