//! Whether what stands in a merged field is what both changes of it give together.

use std::collections::{BTreeMap, BTreeSet};

use floke::map::*;

/// A field as it was, as the side made it, as the other side has it, and as it stands in the merged map; ids as they are there.
pub struct Field<'a> {
    pub old: Option<&'a Value>,
    pub new: Option<&'a Value>,
    pub other: Option<&'a Value>,
    pub live: Option<&'a Value>,
    /// What cards of the base that the side made one with this one said there, and what the other side has of them.
    pub taken_in: &'a [[Option<Value>; 2]],
}

impl Field<'_> {
    fn each<T>(&self, read: impl Fn(Option<&Value>) -> T) -> [T; 4] {
        [self.old, self.new, self.other, self.live].map(read)
    }

    /// The entries of the four. One that the card has from a card made one with it was there before, and there the other side may
    /// have changed it.
    fn entries<V>(&self, read: impl Fn(&Value) -> BTreeMap<String, V>) -> [BTreeMap<String, V>; 4] {
        let none = |value: Option<&Value>| value.map_or_else(BTreeMap::new, &read);
        let mut all = self.each(none);
        for [old, other] in self.taken_in {
            let (old, mut other) = (none(old.as_ref()), none(other.as_ref()));
            for (key, value) in old {
                if all[0].contains_key(&key) || all[2].contains_key(&key) {
                    continue;
                }
                all[2].extend(other.remove_entry(&key));
                all[0].insert(key, value);
            }
        }
        all
    }

    /// Whether the change of the side is there. `named` says whether a conflict names a part of the field.
    pub fn met(&self, name: &str, named: &dyn Fn(&str) -> bool) -> bool {
        match name {
            "tags" | "groups" | "phases" | "marks" | "was" | "rests_on" => self.words_met(),
            "note" | "needs_to_know" | "wants_part" | "hypothesis" | "participants" | "seen" | "learning"
            | "next" | "reason" => self.lines_met(),
            "pin" | "place" => {
                let [_, new, other, live] =
                    self.each(|value| value.map(|value| value.read::<u32>().expect("a number")));
                live == [new, other].into_iter().flatten().min()
            }
            "extra" => {
                let all = self.entries(|value| value.read::<BTreeMap<String, Value>>().expect("entries"));
                entries_met(&all, |key, _| named(key))
            }
            "sources" => {
                let all =
                    self.entries(|value| value.read::<BTreeMap<String, Citation>>().expect("citations"));
                entries_met(&all, |key, four| {
                    named(key) || record_met(four, &|field| named(&format!("{key}.{field}")))
                })
            }
            "perspectives" => {
                let all = self.entries(|value| {
                    let four: Perspectives = value.read().expect("answers");
                    let answer = |side: &&str| {
                        Some(((*side).to_owned(), four.get(side)?.read::<Answer>().expect("an answer")))
                    };
                    Perspectives::FIELDS.iter().filter_map(answer).collect::<BTreeMap<String, Answer>>()
                });
                entries_met(&all, |key, four| {
                    named(key) || record_met(four, &|field| named(&format!("{key}.{field}")))
                })
            }
            "measurements" => self.rows_met(|row: &Measurement| Value::of(&(&row.date, &row.source))),
            "steps" => self.rows_met(|row: &Step| Value::of(&row.show)),
            _ => false,
        }
    }

    fn counts(&self) -> [BTreeMap<Value, usize>; 4] {
        self.each(|value| {
            let mut counts = BTreeMap::new();
            for word in value.map_or_else(Vec::new, |value| value.read::<Vec<Value>>().expect("a list")) {
                *counts.entry(word).or_default() += 1;
            }
            counts
        })
    }

    fn words_met(&self) -> bool {
        let [old, new, other, live] = self.counts();
        let count = |of: &BTreeMap<Value, usize>, word| of.get(word).copied().unwrap_or_default();
        new.keys().all(|word| count(&new, word) <= count(&old, word) || count(&live, word) > 0)
            && old.keys().all(|word| {
                count(&new, word) > 0 || count(&live, word) == 0 || count(&other, word) > count(&old, word)
            })
    }

    /// Lines that came are there, as often as that; lines that went are gone unless the other side put the same in.
    fn lines_met(&self) -> bool {
        let [old, new, other, live] = self.counts();
        let lines: BTreeSet<&Value> = old.keys().chain(new.keys()).collect();
        lines.into_iter().all(|line| {
            let [old, new, other, live] =
                [&old, &new, &other, &live].map(|of| of.get(line).copied().unwrap_or_default());
            match new.cmp(&old) {
                std::cmp::Ordering::Greater if other >= old => live >= new,
                std::cmp::Ordering::Greater => live > 0,
                std::cmp::Ordering::Less => live < old || other > old,
                std::cmp::Ordering::Equal => true,
            }
        })
    }

    /// Rows that came or changed are there, or were changed by the other side too; rows that went are gone, or were changed there.
    fn rows_met<R: Record + serde::de::DeserializeOwned>(&self, key: impl Fn(&R) -> Value) -> bool {
        let [old, new, other, live] = self.each(|value| {
            let mut rows: BTreeMap<(Value, usize), R> = BTreeMap::new();
            for row in value.map_or_else(Vec::new, |value| value.read::<Vec<R>>().expect("rows")) {
                let key = key(&row);
                let many = rows.keys().filter(|(other, _)| *other == key).count();
                rows.insert((key, many), row);
            }
            rows
        });
        let keys: BTreeSet<&(Value, usize)> = old.keys().chain(new.keys()).collect();
        keys.into_iter().all(|key| {
            let all = [&old, &new, &other, &live];
            let four = all.map(|rows| rows.get(key));
            match four {
                [old, new, ..] if old == new => true,
                [.., new, _, live] if live == new => true,
                [Some(_), None, other, _] => {
                    let many = |rows: &BTreeMap<(Value, usize), R>| {
                        rows.keys().filter(|(own, _)| *own == key.0).count()
                    };
                    let [old, new, others, live] = all.map(many);
                    // Of several that are alike as many less are there, whichever they are.
                    other != four[0] || live + old <= others + new
                }
                _ => record_met(four.map(|row| row.cloned()), &|_| false),
            }
        })
    }
}

/// Entries by key: each as the side made it, unless the other side changed it too and `both` finds it met.
fn entries_met<V: PartialEq + Clone>(
    [old, new, other, live]: &[BTreeMap<String, V>; 4],
    both: impl Fn(&str, [Option<V>; 4]) -> bool,
) -> bool {
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    keys.into_iter().all(|key| {
        let four = [old, new, other, live].map(|all| all.get(key).cloned());
        four[0] == four[1] || four[3] == four[1] || both(key, four)
    })
}

/// Field by field; `None` of a record stands for one that says nothing.
fn record_met<R: Record>(four: [Option<R>; 4], named: &dyn Fn(&str) -> bool) -> bool {
    let nothing = R::default();
    R::FIELDS.iter().all(|name| {
        let [old, new, other, live] =
            four.each_ref().map(|record| record.as_ref().unwrap_or(&nothing).get(name));
        let field = Field {
            old: old.as_ref(),
            new: new.as_ref(),
            other: other.as_ref(),
            live: live.as_ref(),
            taken_in: &[],
        };
        old == new
            || live == new
            || named(name)
            || field.met(if *name == "remark" { "note" } else { name }, &|_| false)
    })
}
