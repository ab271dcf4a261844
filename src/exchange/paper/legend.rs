//! What the signs in a picture mean: only those that are in it.

use std::collections::BTreeSet;

use super::marks;
use super::piece::{Pen, Shape};
use super::svg::{self, Dress};
use super::trace::{Sign, Traced};
use crate::exchange::escape::xml;
use crate::layout::sheet::letter;
use crate::map::{LinkKind, Mark};
use crate::palette::Role;
use crate::palette::paper;
use crate::text::glyph::UNICODE;
use crate::text::words::capital;
use crate::text::{Lang, cut, width};

/// Something that a legend shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sample {
    Shape(Shape, bool),
    Line(Pen),
    Sign(String, bool),
    Delay,
    Slash,
    /// The letters of a mark in brackets, and what it is called.
    Set(String, &'static str),
}

/// The rows of a legend.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    items: Vec<(Sample, Role, String)>,
}

impl Legend {
    /// The legend of pictures, in the order of shapes, lines, signs; `is_summed` where lines stand for all links between two
    /// places.
    #[must_use]
    pub fn of<'a>(pictures: impl IntoIterator<Item = &'a Traced>, is_summed: bool, lang: Lang) -> Self {
        let mut found: BTreeSet<Sample> = BTreeSet::new();
        let mut relations: BTreeSet<&'a str> = BTreeSet::new();
        for traced in pictures {
            relations.extend(traced.relations.iter().map(String::as_str));
            let link = |role: Role| matches!(role, Role::Line | Role::LineIn | Role::LineOut | Role::Ghost);
            // The head of a line that stands by itself looks like a measure.
            let shapes = traced.shapes.iter().filter(|(_, _, _, role)| !link(*role));
            found.extend(shapes.map(|(_, shape, hollow, _)| Sample::Shape(*shape, *hollow)));
            // A head by itself says nothing of the line that it ends.
            let links = traced.strokes.iter().filter(|stroke| link(stroke.role) && stroke.cells.len() > 1);
            found.extend(links.map(|stroke| Sample::Line(stroke.pen)));
            found.extend(traced.signs.iter().map(|sign| Sample::Sign(sign.text.clone(), sign.square)));
            found.extend((!traced.delays.is_empty()).then_some(Sample::Delay));
            let struck = !traced.slashes.is_empty() || traced.strokes.iter().any(|stroke| stroke.struck);
            found.extend(struck.then_some(Sample::Slash));
            let ink = paper::letters(Role::Key);
            found
                .extend(traced.runs.iter().filter(|run| run.ink == ink).flat_map(|run| set(&run.text, lang)));
        }
        let items = found.into_iter().map(|sample| {
            let (role, words) = match sample {
                Sample::Sign(ref sign, _) if sign == letter(LinkKind::Relates) && !relations.is_empty() => {
                    let (role, kind) = meaning(&sample, lang);
                    (role, format!("{kind}: {}", some_of(&relations)))
                }
                Sample::Line(Pen::Thin) if is_summed => (Role::Line, capital(lang.words().links.link.many)),
                Sample::Line(Pen::Double) if is_summed => {
                    (Role::Line, capital(lang.words().links.many_links))
                }
                _ => meaning(&sample, lang),
            };
            (sample, role, words)
        });
        Self { items: items.collect() }
    }

    /// Whether there is nothing to explain.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The legend in rows at most `wide` units of a picture, and how high it is. Its upper left corner is at 0, 0.
    #[must_use]
    pub fn draw(&self, wide: f32, font: &str, dress: Dress) -> (String, f32) {
        let mut out = String::new();
        let (mut x, mut y) = (0.0, 0.0);
        for (sample, role, words) in &self.items {
            let room = match sample {
                Sample::Line(_) => 44.0,
                Sample::Sign(..) | Sample::Set(..) => 29.0,
                _ => 24.0,
            };
            #[expect(clippy::cast_precision_loss, reason = "a few letters")]
            let long = room + width(words) as f32 * 8.2 + 22.0;
            if x > 0.0 && x + long > wide {
                (x, y) = (0.0, y + 24.0);
            }
            let middle = (x + 10.0, y + 11.0);
            match sample {
                Sample::Shape(shape, hollow) => {
                    marks::draw_shape(middle, *shape, *hollow, *role, dress, &mut out)
                }
                Sample::Line(pen) => svg::sample((x, y + 11.0), 36.0, *pen, *role, dress, &mut out),
                Sample::Sign(sign, square) => {
                    let sign =
                        Sign { at: (0, 0), cells: 3, text: sign.clone(), role: *role, square: *square };
                    marks::draw_sign(middle, &sign, dress, &mut out);
                }
                Sample::Delay => marks::draw_delay(middle, *role, dress, &mut out),
                Sample::Slash => marks::draw_slash(middle, *role, dress, &mut out),
                Sample::Set(letters, _) => out.push_str(&format!(
                    "<text x=\"{}\" y=\"{}\" font-family=\"{font}\" font-size=\"14\"{}>{}</text>\n",
                    super::stroke::number(x),
                    super::stroke::number(y + 16.0),
                    dress.fill(paper::letters(*role)),
                    xml(letters)
                )),
            }
            out.push_str(&format!(
                "<text x=\"{}\" y=\"{}\" font-family=\"{font}\" font-size=\"14\"{}>{}</text>\n",
                super::stroke::number(x + room),
                super::stroke::number(y + 16.0),
                dress.fill(paper::TEXT),
                xml(words)
            ));
            x += long;
        }
        let height = if self.items.is_empty() { 0.0 } else { y + 24.0 };
        (out, height)
    }
}

/// The words of links that merely relate cards, as many as find room, and how many more there are.
fn some_of(words: &BTreeSet<&str>) -> String {
    let (mut text, mut shown) = (String::new(), 0);
    for word in words {
        let word = cut(word, RELATION);
        if shown > 0 && width(&text) + width(&word) > 2 * RELATION {
            break;
        }
        text += if shown > 0 { ", " } else { "" };
        text += &word;
        shown += 1;
    }
    match words.len() - shown {
        0 => text,
        more => format!("{text}, +{more}"),
    }
}

/// How many letters of such a word stand in a legend.
const RELATION: usize = 30;

fn meaning(sample: &Sample, lang: Lang) -> (Role, String) {
    let words = lang.words();
    let (things, links) = (&words.things, &words.links);
    let (role, word) = match sample {
        Sample::Shape(shape, hollow) => {
            let (role, word) = match shape {
                Shape::Square => (Role::Barrier, things.barrier),
                Shape::Diamond => (Role::Enabler, things.enabler),
                Shape::Disc => (Role::Condition, things.condition),
                Shape::Bar => (Role::Tension, things.tension),
                Shape::Dot => (Role::Text, things.cause.one),
                Shape::Ring => (Role::Actor, things.actor.one),
                Shape::Triangle => (Role::Measure, things.measure.one),
                Shape::Star => (Role::Benefit, things.benefit.one),
                Shape::Leaf => (Role::Quiet, things.note.one),
            };
            let word = if *hollow { format!("{word}, {}", things.now_low) } else { word.to_owned() };
            (role, word)
        }
        Sample::Line(Pen::Light) => (Role::Line, format!("{} {}", links.strength_weak, links.link.one)),
        Sample::Line(Pen::Thin) => (Role::Line, links.link.one.to_owned()),
        Sample::Line(Pen::Dashed) => (Role::Line, things.hypothesis.to_owned()),
        Sample::Line(Pen::Dotted) => (Role::Ghost, links.missing_link.one.to_owned()),
        Sample::Line(Pen::Heavy | Pen::Double) => {
            (Role::Line, format!("{} {}", links.strength_strong, links.link.one))
        }
        Sample::Sign(sign, square) => {
            let (role, word) = of_sign(sign, lang);
            (role, if *square { format!("{}: {word}", things.measure.one) } else { word.to_owned() })
        }
        Sample::Delay => (Role::Line, links.after_a_time.to_owned()),
        Sample::Slash => (Role::Line, things.refuted.to_owned()),
        Sample::Set(_, word) => (Role::Key, (*word).to_owned()),
    };
    (role, capital(&word))
}

/// The marks that stand in brackets behind a name, one sample for each.
fn set(text: &str, lang: Lang) -> Vec<Sample> {
    let inside = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let Some((letters, _)) = inside else { return Vec::new() };
    let of = |mark: &&Mark| letters.contains(mark.letter(lang));
    Mark::ALL
        .iter()
        .filter(of)
        .map(|mark| Sample::Set(format!("[{}]", mark.letter(lang)), mark.word(lang)))
        .collect()
}

/// What stands between the brackets on a line.
fn of_sign(sign: &str, lang: Lang) -> (Role, &'static str) {
    let links = &lang.words().links;
    match sign {
        "+" => (Role::Plus, links.same),
        "−" => (Role::Minus, links.opposite),
        "?" => (Role::Unknown, links.unknown),
        mixed if mixed == UNICODE.both => (Role::Unknown, links.some_each_way),
        down if down == UNICODE.signal_down => (Role::Text, LinkKind::Steers.word(lang)),
        up if up == UNICODE.signal_up => (Role::Text, LinkKind::Informs.word(lang)),
        other => {
            let kinds = [LinkKind::Cooperates, LinkKind::Holds, LinkKind::Needs, LinkKind::Stops];
            let kind = kinds.into_iter().find(|kind| letter(*kind) == other).unwrap_or(LinkKind::Relates);
            (Role::Text, kind.word(lang))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_in_brackets_is_explained_and_dots_are_none() {
        let words = |text: &str| -> Vec<String> {
            set(text, Lang::En).iter().map(|sample| meaning(sample, Lang::En).1).collect()
        };
        assert_eq!(words("[P!]•3"), ["Potential", "Pain"]);
        assert!(words("•3").is_empty() && words("P").is_empty());
    }
}
