//! Is the terminal dark or light? It is asked when the editor opens, and answers like somebody who types: the answer is
//! heard among the keys, and no key is kept that is not part of it.
//!
//! The question is OSC 11 of xterm. Who knows it not says nothing, and nobody waits for that.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{Event as TermEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::palette::Theme;

/// What is sent to the terminal.
pub const QUESTION: &str = "\x1b]11;?\x07";

/// How long an answer may take; what looks like one later was typed.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long the letters of an answer may be apart: a terminal sends them all at once.
const GAP: Duration = Duration::from_millis(100);
/// The longest answer: four digits a colour, and one for how much shines through.
const LONGEST: usize = 32;
const BEGINNING: &str = "11;rgb";

/// Listens for the answer.
#[derive(Debug)]
pub struct Listener {
    until: Option<Instant>,
    held: Vec<TermEvent>,
    text: String,
    last: Instant,
}

/// What came of an event.
#[derive(Debug, Default)]
pub struct Heard {
    /// What was no answer and goes on, in the order in which it came.
    pub events: Vec<TermEvent>,
    /// The theme for the background that the terminal has.
    pub theme: Option<Theme>,
}

impl Listener {
    /// Listens from now on if it was asked, else lets everything through.
    #[must_use]
    pub fn new(asked: bool, now: Instant) -> Self {
        Self { until: asked.then(|| now + PATIENCE), held: Vec::new(), text: String::new(), last: now }
    }

    /// Whether something is held back, so that it must be called again soon.
    #[must_use]
    pub fn is_holding(&self) -> bool {
        !self.held.is_empty()
    }

    /// Hears an event. Letters that may be the beginning of the answer are held back.
    pub fn hear(&mut self, event: TermEvent, now: Instant) -> Heard {
        let mut heard = self.overdue(now);
        let Some(until) = self.until else {
            heard.events.push(event);
            return heard;
        };
        if now > until && self.held.is_empty() {
            self.until = None;
            heard.events.push(event);
            return heard;
        }
        self.last = now;
        match (self.held.is_empty(), letter(&event)) {
            (true, Some((']', KeyModifiers::ALT))) => self.held.push(event),
            // The bell or ESC \ ends it.
            (false, Some(('g', KeyModifiers::CONTROL) | ('\\', KeyModifiers::ALT))) => {
                match theme(&self.text) {
                    Some(theme) => {
                        *self = Self::new(false, now);
                        heard.theme = Some(theme);
                    }
                    None => self.let_go(Some(event), &mut heard),
                }
            }
            (false, Some((letter, mods))) if mods.is_empty() && self.goes_on(letter) => {
                self.text.push(letter);
                self.held.push(event);
            }
            _ => self.let_go(Some(event), &mut heard),
        }
        heard
    }

    /// What was held back for too long: it was no answer.
    pub fn overdue(&mut self, now: Instant) -> Heard {
        let mut heard = Heard::default();
        if self.is_holding() && now.saturating_duration_since(self.last) >= GAP {
            self.let_go(None, &mut heard);
        }
        heard
    }

    fn goes_on(&self, letter: char) -> bool {
        match BEGINNING.chars().nth(self.text.len()) {
            Some(wanted) => letter == wanted,
            None => self.text.len() < LONGEST && (letter.is_ascii_hexdigit() || "a:/".contains(letter)),
        }
    }

    fn let_go(&mut self, event: Option<TermEvent>, heard: &mut Heard) {
        self.text.clear();
        heard.events.append(&mut self.held);
        heard.events.extend(event);
    }
}

fn letter(event: &TermEvent) -> Option<(char, KeyModifiers)> {
    match event {
        TermEvent::Key(KeyEvent { code: KeyCode::Char(letter), modifiers, kind, .. })
            if *kind != KeyEventKind::Release =>
        {
            // Letters of an answer are not shifted by anybody, whatever the case.
            Some((*letter, *modifiers - KeyModifiers::SHIFT))
        }
        _ => None,
    }
}

/// The theme that `11;rgb:ffff/ffff/ffff` asks for; `None` for what is no such text.
fn theme(answer: &str) -> Option<Theme> {
    let (_, colours) = answer.strip_prefix(BEGINNING)?.split_once(':')?;
    let parts: Option<Vec<f64>> = colours.split('/').map(part).collect();
    let &[red, green, blue, ..] = parts?.as_slice() else { return None };
    // Perceived lightness by Rec. 709 without linearising: the middle grey of a screen is what counts here.
    let light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if light > 0.5 { Theme::Light } else { Theme::Dark })
}

/// One to four hexadecimal digits as a share of all.
fn part(digits: &str) -> Option<f64> {
    let most = match digits.len() {
        1..=4 => f64::from(16_u32.pow(u32::try_from(digits.len()).ok()?) - 1),
        _ => return None,
    };
    Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / most)
}

/// The theme that the variable `COLORFGBG` asks for, which some terminals set: `15;0` is white on black.
#[must_use]
pub fn theme_of_variable(value: &str) -> Option<Theme> {
    let (_, back) = value.rsplit_once(';')?;
    match back.parse::<u8>().ok()? {
        7 | 9..=15 => Some(Theme::Light),
        0..=6 | 8 => Some(Theme::Dark),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(letter: char, mods: KeyModifiers) -> TermEvent {
        TermEvent::Key(KeyEvent::new(KeyCode::Char(letter), mods))
    }

    fn answer(colours: &str) -> Vec<TermEvent> {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(format!("11;{colours}").chars().map(|letter| key(letter, KeyModifiers::NONE)));
        events
    }

    fn play(listener: &mut Listener, events: &[TermEvent], now: Instant) -> Heard {
        let mut all = Heard::default();
        for event in events {
            let heard = listener.hear(event.clone(), now);
            all.events.extend(heard.events);
            all.theme = all.theme.or(heard.theme);
        }
        all
    }

    #[test]
    fn an_answer_is_heard_and_keys_around_it_go_on() {
        let now = Instant::now();
        let bell = key('g', KeyModifiers::CONTROL);
        let string_end = key('\\', KeyModifiers::ALT);
        for (colours, end, theme) in [
            ("rgb:ffff/ffff/ffff", &bell, Theme::Light),
            ("rgb:0000/2b2b/3636", &string_end, Theme::Dark),
            ("rgb:fd/f6/e3", &bell, Theme::Light),
            ("rgba:1e1e/1e1e/1e1e/ffff", &bell, Theme::Dark),
        ] {
            let mut listener = Listener::new(true, now);
            let (before, behind) = (key('j', KeyModifiers::NONE), key('k', KeyModifiers::NONE));
            let events: Vec<_> = [before.clone()]
                .into_iter()
                .chain(answer(colours))
                .chain([end.clone(), behind.clone()])
                .collect();
            let heard = play(&mut listener, &events, now);
            assert_eq!((heard.events, heard.theme), (vec![before, behind], Some(theme)), "{colours}");
        }
    }

    #[test]
    fn what_is_typed_is_never_lost() {
        let now = Instant::now();
        let typed = |text: &str| -> Vec<TermEvent> {
            text.chars().map(|letter| key(letter, KeyModifiers::NONE)).collect()
        };
        let alt = vec![key(']', KeyModifiers::ALT)];
        let odd = [
            [alt.clone(), typed("11;rgb:zz")].concat(),
            [alt.clone(), typed("1j")].concat(),
            [alt.clone(), alt.clone(), typed("x")].concat(),
            [answer("rgb:nothing"), vec![key('g', KeyModifiers::CONTROL)]].concat(),
            [answer("rgb:"), vec![key('g', KeyModifiers::CONTROL)]].concat(),
            [answer(&format!("rgb:{}", "f/".repeat(40)))].concat(),
        ];
        for events in odd {
            let mut listener = Listener::new(true, now);
            let mut heard = play(&mut listener, &events, now).events;
            heard.extend(listener.overdue(now + GAP).events);
            assert_eq!(heard, events);
            assert!(!listener.is_holding());
        }
        // Unasked, and long after, nothing is held back.
        for mut listener in [Listener::new(false, now), Listener::new(true, now)] {
            let heard = listener.hear(key(']', KeyModifiers::ALT), now + PATIENCE * 2);
            assert_eq!(heard.events.len(), 1);
        }
    }

    #[test]
    fn some_terminals_say_it_in_a_variable() {
        for (value, theme) in [
            ("15;0", Some(Theme::Dark)),
            ("0;15", Some(Theme::Light)),
            ("0;default;15", Some(Theme::Light)),
            ("0;default", None),
            ("7", None),
        ] {
            assert_eq!(theme_of_variable(value), theme, "{value}");
        }
    }
}
