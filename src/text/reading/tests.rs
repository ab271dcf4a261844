//! Readings written out by hand, in both languages: across signs, delays, lengths, gaps and small circles.

use super::*;

/// Hops from a line such as `A + B -- C ? D`: signs between labels, doubled for a delay, `x` before it for missing.
fn hops(line: &'static str) -> Vec<Hop<'static>> {
    let parts: Vec<&str> = line.split(' ').collect();
    let hop = |part: &[&'static str]| {
        let missing = part[1].starts_with('x');
        let sign = part[1].trim_start_matches('x');
        let turn = match &sign[..1] {
            "+" => Turn::Same,
            "-" => Turn::Opposite,
            _ => Turn::Unknown,
        };
        Hop { from: part[0], to: part[2], turn, delay: sign.len() == 2, missing }
    };
    parts.windows(3).step_by(2).map(hop).collect()
}

fn check(read: fn(Lang, &[Hop]) -> String, table: &[(&'static str, &str, &str)]) {
    for (line, en, nb) in table {
        assert_eq!(read(Lang::En, &hops(line)), *en, "{line}");
        assert_eq!(read(Lang::Nb, &hops(line)), *nb, "{line}");
    }
}

#[test]
fn links() {
    check(
        chain,
        &[
            ("A + B", "When «A» grows, «B» grows.", "Når «A» øker, øker «B»."),
            ("A - B", "When «A» grows, «B» shrinks.", "Når «A» øker, minker «B»."),
            (
                "A ? B",
                "«A» affects «B»; we do not know which way.",
                "«A» påvirker «B», men vi vet ikke hvilken vei.",
            ),
            ("A ++ B", "When «A» grows, «B» grows, after a time.", "Når «A» øker, øker «B» etter en tid."),
            (
                "A -- B",
                "When «A» grows, «B» shrinks, after a time.",
                "Når «A» øker, minker «B» etter en tid.",
            ),
            (
                "A ?? B",
                "«A» affects «B» after a time; we do not know which way.",
                "«A» påvirker «B» etter en tid, men vi vet ikke hvilken vei.",
            ),
            (
                "A x+ B",
                "Nothing leads from «A» to «B» today; it is marked missing.",
                "Ingenting fører fra «A» til «B» i dag; koblingen er merket som savnet.",
            ),
        ],
    );
    assert_eq!(link(Lang::Nb, &hops("A + B")[0]), "Når «A» øker, øker «B».");
}

#[test]
fn chains_follow_the_direction() {
    check(
        chain,
        &[
            (
                "A + B -- C",
                "When «A» grows, «B» grows; when it grows, after a time «C» shrinks.",
                "Når «A» øker, øker «B»; når det øker, minker «C» etter en tid.",
            ),
            (
                "A - B + C",
                "When «A» grows, «B» shrinks; when it shrinks, «C» shrinks.",
                "Når «A» øker, minker «B»; når det minker, minker «C».",
            ),
            (
                "A - B - C",
                "When «A» grows, «B» shrinks; when it shrinks, «C» grows.",
                "Når «A» øker, minker «B»; når det minker, øker «C».",
            ),
            (
                "A -- B ++ C",
                "When «A» grows, after a time «B» shrinks; when it shrinks, after a time «C» shrinks.",
                "Når «A» øker, minker «B» etter en tid; når det minker, minker «C» etter en tid.",
            ),
            (
                "A + B - C - D",
                "When «A» grows, «B» grows; when it grows, «C» shrinks; when it shrinks, «D» grows.",
                "Når «A» øker, øker «B»; når det øker, minker «C»; når det minker, øker «D».",
            ),
            (
                "A - B ++ C - D + E",
                "When «A» grows, «B» shrinks; when it shrinks, after a time «C» shrinks; when it shrinks, «D» grows; when it grows, «E» grows.",
                "Når «A» øker, minker «B»; når det minker, minker «C» etter en tid; når det minker, øker «D»; når det øker, øker «E».",
            ),
            (
                "A - B - C - D - E",
                "When «A» grows, «B» shrinks; when it shrinks, «C» grows; when it grows, «D» shrinks; when it shrinks, «E» grows.",
                "Når «A» øker, minker «B»; når det minker, øker «C»; når det øker, minker «D»; når det minker, øker «E».",
            ),
        ],
    );
    assert_eq!(chain(Lang::En, &[]), "");
}

#[test]
fn after_an_unknown_sign_no_direction_is_given() {
    check(
        chain,
        &[
            (
                "A + B ? C",
                "When «A» grows, «B» grows; «B» affects «C»; we do not know which way.",
                "Når «A» øker, øker «B»; «B» påvirker «C», men vi vet ikke hvilken vei.",
            ),
            (
                "A ? B + C",
                "«A» affects «B»; we do not know which way. When «B» grows, «C» grows.",
                "«A» påvirker «B», men vi vet ikke hvilken vei. Når «B» øker, øker «C».",
            ),
            (
                "A ? B ? C",
                "«A» affects «B», and «B» affects «C»; we do not know which way.",
                "«A» påvirker «B», og «B» påvirker «C», men vi vet ikke hvilken vei.",
            ),
            (
                "A - B ?? C + D - E",
                "When «A» grows, «B» shrinks; «B» affects «C» after a time; we do not know which way. When «C» grows, «D» grows; when it grows, «E» shrinks.",
                "Når «A» øker, minker «B»; «B» påvirker «C» etter en tid, men vi vet ikke hvilken vei. Når «C» øker, øker «D»; når det øker, minker «E».",
            ),
        ],
    );
}

#[test]
fn missing_links_are_never_read_as_if_they_were_there() {
    check(
        chain,
        &[
            (
                "A + B x+ C",
                "When «A» grows, «B» grows. Nothing leads from «B» to «C» today; it is marked missing.",
                "Når «A» øker, øker «B». Ingenting fører fra «B» til «C» i dag; koblingen er merket som savnet.",
            ),
            (
                "A - B x? C - D",
                "When «A» grows, «B» shrinks. Nothing leads from «B» to «C» today; it is marked missing. When «C» grows, «D» shrinks.",
                "Når «A» øker, minker «B». Ingenting fører fra «B» til «C» i dag; koblingen er merket som savnet. Når «C» øker, minker «D».",
            ),
        ],
    );
    let apart = [hops("A - B")[0], hops("C + D")[0]];
    assert_eq!(chain(Lang::En, &apart), "When «A» grows, «B» shrinks. When «C» grows, «D» grows.");
}

#[test]
fn circles() {
    check(
        circle,
        &[
            (
                "A + B + C + A",
                "When «A» grows, «B» grows; when it grows, «C» grows; when it grows, «A» grows. The circle feeds itself: when «A» grows, in the end «A» grows more, and when «A» shrinks, it shrinks on.",
                "Når «A» øker, øker «B»; når det øker, øker «C»; når det øker, øker «A». Sirkelen forsterker seg selv: når «A» øker, ender det med at «A» øker enda mer, og når «A» minker, minker det videre.",
            ),
            (
                "A - B - A",
                "When «A» grows, «B» shrinks; when it shrinks, «A» grows. The circle feeds itself: when «A» grows, in the end «A» grows more, and when «A» shrinks, it shrinks on.",
                "Når «A» øker, minker «B»; når det minker, øker «A». Sirkelen forsterker seg selv: når «A» øker, ender det med at «A» øker enda mer, og når «A» minker, minker det videre.",
            ),
            (
                "A + B -- A",
                "When «A» grows, «B» grows; when it grows, after a time «A» shrinks. The circle slows itself: when «A» grows, in the end «A» shrinks again.",
                "Når «A» øker, øker «B»; når det øker, minker «A» etter en tid. Sirkelen bremser seg selv: når «A» øker, ender det med at «A» minker igjen.",
            ),
            (
                "A + B ? A",
                "When «A» grows, «B» grows; «B» affects «A»; we do not know which way. We cannot say yet what the circle does: the link from «B» to «A» has no sign. With + it feeds itself, with − it slows itself.",
                "Når «A» øker, øker «B»; «B» påvirker «A», men vi vet ikke hvilken vei. Hva sirkelen gjør, kan ikke avgjøres ennå: Koblingen fra «B» til «A» mangler fortegn. Med + forsterker den seg selv, med − bremser den seg selv.",
            ),
            (
                "A ? B ? A",
                "«A» affects «B», and «B» affects «A»; we do not know which way. We cannot say yet what the circle does: 2 links have no sign, from «A» to «B», from «B» to «A».",
                "«A» påvirker «B», og «B» påvirker «A», men vi vet ikke hvilken vei. Hva sirkelen gjør, kan ikke avgjøres ennå: 2 koblinger mangler fortegn, fra «A» til «B», fra «B» til «A».",
            ),
        ],
    );
    assert_eq!(circle(Lang::Nb, &[]), "");
}

#[test]
fn circles_of_one_link() {
    check(
        circle,
        &[
            (
                "A + A",
                "«A» feeds itself: when «A» grows, it grows more, and when «A» shrinks, it shrinks on.",
                "«A» forsterker seg selv: når «A» øker, øker det enda mer, og når «A» minker, minker det videre.",
            ),
            (
                "A -- A",
                "«A» slows itself: when «A» grows, it shrinks again, after a time.",
                "«A» bremser seg selv: når «A» øker, minker det igjen etter en tid.",
            ),
            (
                "A ? A",
                "«A» affects itself; we do not know which way. We cannot say yet what the circle does: the link from «A» to «A» has no sign. With + it feeds itself, with − it slows itself.",
                "«A» påvirker seg selv, men vi vet ikke hvilken vei. Hva sirkelen gjør, kan ikke avgjøres ennå: Koblingen fra «A» til «A» mangler fortegn. Med + forsterker den seg selv, med − bremser den seg selv.",
            ),
            (
                "A x+ A",
                "Nothing leads from «A» back to itself today; it is marked missing. If it did, the circle would feed itself.",
                "Ingenting fører fra «A» tilbake til seg selv i dag; koblingen er merket som savnet. Om noe gjorde det, ville sirkelen forsterke seg selv.",
            ),
        ],
    );
    check(
        chain,
        &[(
            "A - A + B",
            "When «A» grows, it shrinks again; when it shrinks, «B» shrinks.",
            "Når «A» øker, minker det igjen; når det minker, minker «B».",
        )],
    );
}

#[test]
fn circles_with_a_missing_link() {
    check(
        circle,
        &[
            (
                "A + B x- A",
                "When «A» grows, «B» grows. Nothing carries this back up. If it did, the circle would slow itself.",
                "Når «A» øker, øker «B». Ingenting bringer dette opp igjen. Om noe gjorde det, ville sirkelen bremse seg selv.",
            ),
            // The reading begins after the gap: what is really there is C to A to B.
            (
                "A + B x+ C ++ A",
                "When «C» grows, after a time «A» grows; when it grows, «B» grows. Nothing carries this back up. If it did, the circle would feed itself.",
                "Når «C» øker, øker «A» etter en tid; når det øker, øker «B». Ingenting bringer dette opp igjen. Om noe gjorde det, ville sirkelen forsterke seg selv.",
            ),
            (
                "A - B x? A",
                "When «A» grows, «B» shrinks. Nothing carries this back up. If it did, we cannot say yet what the circle would do; 1 link has no sign.",
                "Når «A» øker, minker «B». Ingenting bringer dette opp igjen. Hva sirkelen ville gjøre om noe gjorde det, kan ikke avgjøres ennå: 1 kobling mangler fortegn.",
            ),
            (
                "A x+ B - C x- A",
                "Nothing leads from «A» to «B» today; it is marked missing. When «B» grows, «C» shrinks. Nothing carries this back up. If it did, the circle would feed itself.",
                "Ingenting fører fra «A» til «B» i dag; koblingen er merket som savnet. Når «B» øker, minker «C». Ingenting bringer dette opp igjen. Om noe gjorde det, ville sirkelen forsterke seg selv.",
            ),
        ],
    );
}

/// The direction said last must be the product of the signs, whatever the length, the delays and the language; and
/// each delay is said once.
#[test]
fn the_last_word_is_the_product_of_the_signs() {
    const LABELS: [&str; 6] = ["A", "B", "C", "D", "E", "F"];
    for bits in 0..32u32 {
        for (len, late) in (1..=5).flat_map(|len| [0, 1, 6, 21, 31].map(|late| (len, late))) {
            let turn = |at: usize| {
                if bits >> at & 1 == 1 { Turn::Opposite } else { Turn::Same }
            };
            let hop = |at: usize| Hop {
                from: LABELS[at],
                to: LABELS[at + 1],
                turn: turn(at),
                delay: late >> at & 1 == 1,
                missing: false,
            };
            let hops: Vec<Hop> = (0..len).map(hop).collect();
            let odd = (0..len).filter(|at| turn(*at) == Turn::Opposite).count() % 2 == 1;
            let delays = hops.iter().filter(|hop| hop.delay).count();
            for lang in Lang::ALL {
                let said = chain(lang, &hops).to_lowercase();
                let words = &lang.words().links;
                let verbs = [words.grows, words.shrinks].map(|verb| said.rfind(verb));
                assert_eq!(verbs[1] > verbs[0], odd, "{said}");
                assert_eq!(said.matches(words.after_a_time).count(), delays, "{said}");
            }
            let kind = if odd { LoopKind::Balancing } else { LoopKind::Reinforcing };
            assert_eq!(LoopKind::of((0..len).map(turn)), kind);
        }
    }
}
