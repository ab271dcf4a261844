//! Whether letters can be read and colours told apart, by numbers.

use super::*;
use crate::palette::{AREAS, rgb};

type Rgb = [f64; 3];

/// The background, the text and the sixteen colours of terminals, in the order of [`NAMES`].
const PALETTES: [(&str, &str, &str); 4] = [
    (
        "xterm",
        "000000 e5e5e5",
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    ),
    (
        "vga",
        "000000 aaaaaa",
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    ),
    (
        "solarized",
        "002b36 839496",
        "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3",
    ),
    (
        "campbell",
        "0c0c0c cccccc",
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    ),
];
/// The same with their light backgrounds.
const LIGHT_PAGES: [&str; 4] = ["ffffff 000000", "ffffff 000000", "fdf6e3 657b83", "f2f2f2 0c0c0c"];
const NAMES: [Hue; 16] = [
    Hue::Black,
    Hue::Red,
    Hue::Green,
    Hue::Yellow,
    Hue::Blue,
    Hue::Magenta,
    Hue::Cyan,
    Hue::Gray,
    Hue::DarkGray,
    Hue::BrightRed,
    Hue::BrightGreen,
    Hue::BrightYellow,
    Hue::BrightBlue,
    Hue::BrightMagenta,
    Hue::BrightCyan,
    Hue::White,
];
/// Dark and light backgrounds that people have where there are 256 colours.
const DARK: [&str; 7] = ["000000", "0c0c0c", "1e1e1e", "282a36", "002b36", "2e3440", "300a24"];
const LIGHT: [&str; 4] = ["ffffff", "fdf6e3", "fafafa", "f5f5f5"];

const MARKS: [Role; 12] = [
    Role::Frame,
    Role::Barrier,
    Role::Enabler,
    Role::Condition,
    Role::Tension,
    Role::Actor,
    Role::Measure,
    Role::Benefit,
    Role::LineIn,
    Role::LineOut,
    Role::Plus,
    Role::Minus,
];

fn letters() -> Vec<Role> {
    let hues = NAMES.into_iter().filter(|hue| !matches!(hue, Hue::Black | Hue::DarkGray));
    [Role::Text, Role::Quiet, Role::Heading, Role::Key, Role::Band, Role::Selected, Role::Fault, Role::Found]
        .into_iter()
        .chain(hues.map(Role::Area))
        .collect()
}

fn linear(hex: &str) -> Rgb {
    [0, 2, 4].map(|at| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let light = |[r, g, b]: Rgb| 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn fixed(at: u8) -> Rgb {
    let [r, g, b] = rgb(at);
    linear(&format!("{r:02x}{g:02x}{b:02x}"))
}

/// Contrast of a role with sixteen colours of a palette.
fn on_palette(theme: Theme, role: Role, page: &str, colours: &str) -> (f64, f64) {
    let (back, own) = page.split_once(' ').expect("two");
    let named = |hue: Hue| {
        let at = NAMES.iter().position(|other| *other == hue).expect("named");
        linear(colours.split(' ').nth(at).expect("sixteen"))
    };
    let rgb = |tone: Tone, own: Rgb| match tone {
        Tone::Named(hue) => named(hue),
        Tone::Fixed(at) => fixed(at),
        Tone::Own => own,
    };
    let (text, page) = theme.page(Depth::Sixteen);
    let (text, page) = (rgb(text, linear(own)), rgb(page, linear(back)));
    (contrast(rgb(theme.look(Depth::Sixteen, role).front, text), page), contrast(text, page))
}

#[test]
fn letters_are_read_and_marks_are_seen_on_the_palettes_people_have() {
    for (nth, (name, page, colours)) in PALETTES.into_iter().enumerate() {
        for theme in [Theme::Dark, Theme::Light, Theme::Contrast] {
            let page = if theme == Theme::Light { LIGHT_PAGES[nth] } else { page };
            let roles = letters().into_iter().map(|role| (role, 4.5)).chain(MARKS.map(|role| (role, 3.0)));
            for (role, least) in roles {
                let (found, own) = on_palette(theme, role, page, colours);
                // Solarized's own text on its light page has 4.1: nothing of ours can do better than what is there.
                assert!(found >= f64::min(least, own), "{name} {theme:?} {role:?} {found:.1}");
            }
        }
    }
}

#[test]
fn letters_in_fixed_colours_are_read_on_any_page_of_their_theme() {
    for (theme, pages, least) in [
        (Theme::Dark, &DARK[..], 4.5),
        (Theme::Light, &LIGHT[..], 4.5),
        (Theme::Contrast, &["000000"][..], 7.0),
    ] {
        for page in pages {
            let roles = letters().into_iter().chain(MARKS);
            for role in roles {
                let least = if MARKS.contains(&role) { 3.0 } else { least };
                if let Tone::Fixed(at) = theme.look(Depth::Many, role).front {
                    let found = contrast(fixed(at), linear(page));
                    assert!(found >= least, "{theme:?} {role:?} {at} on {page}: {found:.2}");
                }
            }
        }
    }
}

/// As somebody sees it who lacks one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
const SIGHT: [(&str, [[f64; 3]; 3]); 4] = [
    ("all three", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn seen([r, g, b]: Rgb, by: &[[f64; 3]; 3]) -> Rgb {
    by.map(|[x, y, z]| (x * r + y * g + z * b).clamp(0.0, 1.0))
}

/// CIE L*a*b* under D65.
fn lab([r, g, b]: Rgb) -> Rgb {
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn eight_areas_are_told_apart_whoever_looks() {
    // 2.3 is what an eye just notices.
    const LEAST: f64 = 9.0;
    for theme in [Theme::Dark, Theme::Light, Theme::Contrast] {
        for (sight, matrix) in &SIGHT {
            let seen_as = AREAS.map(|hue| match theme.look(Depth::Many, Role::Area(hue)).front {
                Tone::Fixed(at) => lab(seen(fixed(at), matrix)),
                other => panic!("{other:?}"),
            });
            for (at, one) in seen_as.iter().enumerate() {
                for (behind, other) in seen_as.iter().enumerate().skip(at + 1) {
                    let apart = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                    let pair = (AREAS[at], AREAS[behind]);
                    assert!(apart >= LEAST, "{theme:?} {sight} {pair:?} {apart:.1}");
                }
            }
        }
    }
}

#[test]
fn eight_areas_look_different_with_sixteen_colours_too() {
    for theme in [Theme::Dark, Theme::Light] {
        let looks = AREAS.map(|hue| theme.look(Depth::Sixteen, Role::Area(hue)));
        for (at, look) in looks.iter().enumerate() {
            assert!(!looks[at + 1..].contains(look), "{theme:?} {:?}", AREAS[at]);
        }
    }
}

#[test]
fn the_plain_theme_has_no_colour_and_every_theme_shows_the_cursor() {
    for depth in [Depth::Sixteen, Depth::Many] {
        for role in letters().into_iter().chain(MARKS) {
            assert_eq!(Theme::Plain.look(depth, role).front, Tone::Own);
        }
        for theme in Theme::ALL {
            assert!(theme.look(depth, Role::Cursor).reversed, "{theme:?}");
        }
    }
}
