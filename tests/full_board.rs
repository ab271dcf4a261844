//! The window on the full board, by keys: the selected card is always whole in it, the links that are drawn are those
//! asked for, and what is out of sight is counted.

use floke::file::{bundled, read};
use floke::map::Map;
use floke::text::Lang;
use floke::tui::screen::{PlayOptions, play};
use floke::tui::{Sheet, Start};

const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 40), (200, 60)];

fn case() -> Map {
    read(bundled()[0].text).expect("reads").to_map().expect("is a map")
}

fn screen(map: &Map, keys: &str, size: (u16, u16)) -> String {
    let start = Start::Map(Box::new(Sheet::unsaved(map.clone())));
    let options = PlayOptions { keys: keys.to_owned(), size, lang: Lang::En, ..PlayOptions::default() };
    play(start, &options).expect("keys that can be read").text
}

/// What stands on the line that says which links are drawn.
fn told(screen: &str) -> &str {
    let line =
        |line: &&str| line.contains("inks") && line.contains('(') || line.trim().starts_with("No links");
    screen.lines().rev().find(line).unwrap_or_else(|| panic!("no line about links:\n{screen}")).trim()
}

#[test]
fn the_selected_card_is_whole_in_the_window_wherever_one_goes() {
    let map = case();
    for size in SIZES {
        for walk in
            ["", "l", "ll", "k", "kk", "kkk", "lk", "hhk", "jjl", "G", "<home>", "<pgdn>l", "llllkkkkhh"]
        {
            let screen = screen(&map, &format!("ze{walk}"), size);
            for corner in ['┏', '┓', '┗', '┛'] {
                assert_eq!(screen.matches(corner).count(), 1, "{walk} {size:?}\n{screen}");
            }
        }
    }
}

/// Where the first row of the card with that text stands, if the card is whole in sight: the row and the column of its
/// upper left corner.
fn stands(screen: &str, text: &str) -> Option<(usize, usize)> {
    let rows: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let text: Vec<char> = text.chars().collect();
    rows.iter().enumerate().skip(1).find_map(|(y, row)| {
        let x = row.windows(text.len()).position(|part| part == text)?.checked_sub(2)?;
        let is = |y: usize, x: usize, glyphs: &str| {
            rows.get(y).and_then(|row| row.get(x)).is_some_and(|glyph| glyphs.contains(*glyph))
        };
        let across = (x..row.len()).find(|&x| is(y - 1, x, "┐┓"))?;
        let down = (y..rows.len()).find(|&y| is(y, x, "└┗"))?;
        (is(y - 1, x, "┌┏") && is(down, across, "┘┛")).then_some((y - 1, x))
    })
}

/// How many cards are whole in sight.
fn whole(screen: &str) -> usize {
    let rows: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let is = |y: usize, x: usize, glyphs: &str| {
        rows.get(y).and_then(|row| row.get(x)).is_some_and(|glyph| glyphs.contains(*glyph))
    };
    let begins = |y: usize| {
        (0..rows[y].len()).filter(move |&x| is(y, x, "┌┏") && is(y, x + 1, "─━") && is(y + 1, x + 1, " "))
    };
    // The small picture of the whole is no card: no word stands in it.
    let worded = |&(y, x): &(usize, usize)| {
        let inside = rows[y + 1].iter().skip(x + 1).take_while(|glyph| !"│┃".contains(**glyph));
        inside.filter(|glyph| glyph.is_alphabetic()).count() > 1
    };
    let ends = |&(y, x): &(usize, usize)| {
        let across = (x..rows[y].len()).find(|&x| is(y, x, "┐┓"));
        let down = (y..rows.len()).find(|&y| is(y, x, "└┗"));
        across.zip(down).is_some_and(|(across, down)| is(down, across, "┘┛"))
    };
    (0..rows.len()).flat_map(|y| begins(y).map(move |x| (y, x))).filter(ends).filter(worded).count()
}

/// The shape and the first words of the selected card.
fn selected(screen: &str) -> String {
    let rows: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let find = |glyph: char| {
        rows.iter().enumerate().find_map(|(y, row)| Some((y, row.iter().position(|own| *own == glyph)?)))
    };
    let ((y, x), (_, end)) = (find('┏').expect("a card"), find('┓').expect("a card"));
    rows[y + 1][x + 2..end].iter().collect::<String>().trim().to_owned()
}

#[test]
fn a_card_that_is_in_sight_stays_where_it_stands_when_one_goes_to_it() {
    let map = case();
    let (mut stayed, mut shifted) = (0, 0);
    for (drawn, size) in [("ze", (120, 40)), ("z2", (160, 50)), ("zn", (160, 50)), ("zv", (200, 60))] {
        for walk in ["", "l", "ll", "k", "kk", "lk", "jj", "h", "llkk"] {
            let before = screen(&map, &format!("{drawn}{walk}"), size);
            for on in ["l", "h", "j", "k"] {
                let after = screen(&map, &format!("{drawn}{walk}{on}"), size);
                let card = selected(&after);
                if card == selected(&before) {
                    continue;
                }
                let Some(place) = stands(&before, &card) else { continue };
                let now = stands(&after, &card).expect("the selected card is whole in sight");
                // Only the left and the upper edge of the sheet, come nearer, may draw it along.
                assert!(now.0 <= place.0 && now.1 <= place.1, "{drawn} {walk} {on}\n{before}\n{after}");
                stayed += u32::from(now == place);
                shifted += u32::from(now != place);
            }
        }
    }
    assert!(stayed > 20 && shifted * 5 < stayed, "{stayed} stayed, {shifted} did not");
}

#[test]
fn where_few_links_are_drawn_more_cards_are_seen() {
    let map = case();
    let cards = |drawn: &str| -> usize {
        // One goes on the home board, so that the same cards are selected whatever is drawn.
        let seen = |walk: &&str| whole(&screen(&map, &format!("{walk}{drawn}"), (120, 40)));
        ["", "ll", "kk", "jj", "llkk"].iter().map(seen).sum()
    };
    let (none, all) = (cards("zn"), cards("za"));
    assert!(none >= 2 * all, "{none} {all}");
}

#[test]
fn a_moved_window_shows_the_same_again_after_it_was_moved_back() {
    let map = case();
    let there = screen(&map, "zn<pgup>", (120, 40));
    assert_ne!(there, screen(&map, "zn", (120, 40)));
    assert_eq!(there, screen(&map, "zn<pgup><pgup><pgdn>", (120, 40)));
}

#[test]
fn each_mode_draws_what_it_says() {
    let map = case();
    let all = map.link_count();
    let (few, more) = {
        let count = |keys: &str| {
            let screen = screen(&map, keys, (120, 40));
            let line = told(&screen).to_owned();
            let number = line.split(['(', ')']).nth(1).and_then(|number| number.parse::<usize>().ok());
            number.unwrap_or_else(|| panic!("no count in {line}"))
        };
        assert_eq!(count("za"), all);
        assert!(count("zv") > 0 && count("zv") < all);
        assert_ne!(count("zv"), count("zvzv"), "once more is the next pair of levels");
        (count("ze"), count("z2"))
    };
    assert!(0 < few && few < more && more < all, "{few} {more} {all}");
    assert!(told(&screen(&map, "zazn", (120, 40))).starts_with("No links"));
    // Going through the modes ends where it began.
    let first = screen(&map, "ze", (120, 40));
    let round = (1..20).find(|n| screen(&map, &format!("ze{}", "zl".repeat(*n)), (120, 40)) == first);
    assert!(round.is_some_and(|n| n >= 5), "{round:?}");
    // A loop can be drawn once one is shown.
    assert!(screen(&map, "zw", (120, 40)).contains("choose a loop"));
    assert!(told(&screen(&map, "4jj<enter>1zw", (120, 40))).starts_with("This chain or loop"));
}

#[test]
fn what_leaves_the_screen_is_counted_and_all_of_it_fits_a_large_one() {
    let map = case();
    let small = screen(&map, "za", (80, 24));
    assert!(told(&small).contains("the screen:"), "{small}");
    let huge = screen(&map, "za", (1_000, 400));
    // The inspector stands at its right.
    let line = told(&huge).trim_end_matches('│').trim_end();
    assert_eq!(line, format!("All links ({})", map.link_count()));
}

#[test]
fn zooming_in_leads_there_and_zooming_out_leads_back() {
    let map = case();
    let cards = screen(&map, "", (100, 30));
    assert!(told(&screen(&map, "+", (100, 30))).starts_with("Links of this card"));
    assert_eq!(screen(&map, "+-", (100, 30)), cards);
    assert_eq!(screen(&map, "-+", (100, 30)), cards);
}

#[test]
fn a_map_that_nobody_edited_is_tidy_already() {
    let map = case();
    let (before, after) = (screen(&map, "ze", (100, 30)), screen(&map, "zezt", (100, 30)));
    assert!(after.contains("Laid out anew."), "{after}");
    let picture = |screen: &str| screen.lines().take(20).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(picture(&before), picture(&after));
}

#[test]
fn what_is_left_out_is_measured_on_the_sheet_that_is_shown() {
    let map = case();
    for edits in ["x", "lxkx", "llxllxkkx"] {
        // Cards that went leave gaps, which a new layout closes: everything stands elsewhere then.
        let tidy = screen(&map, &format!("ze{edits}zt"), (120, 40));
        let again = screen(&map, &format!("ze{edits}ztznz1"), (120, 40));
        let picture = |screen: &str| screen.lines().take(20).map(str::to_owned).collect::<Vec<_>>();
        assert_ne!(picture(&tidy), picture(&screen(&map, &format!("ze{edits}"), (120, 40))), "{edits}");
        assert_eq!(picture(&tidy), picture(&again), "{edits}");
    }
}
