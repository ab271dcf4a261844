//! An open conflict in words.

use crate::map::{Clash, Conflict, Side, Value};
use crate::text::words::says::{Dispute, disputed, field_disputed};
use crate::text::{Lang, visible};

/// The most characters of a value.
const LONGEST: usize = 60;

/// One conflict on one line, safe to show.
pub fn conflict_said(conflict: &Conflict, lang: Lang) -> String {
    let at = visible(&conflict.at);
    let by_ours = conflict.deleted_by == Some(Side::Ours);
    let what = match conflict.what {
        None => {
            let values =
                [&conflict.ours, &conflict.theirs, &conflict.base].map(|one| one.as_ref().map(value));
            let values = values.each_ref().map(Option::as_deref);
            return field_disputed(lang, &at, &visible(&conflict.field), values);
        }
        Some(Clash::AddAdd) => Dispute::BothMade,
        Some(Clash::DeleteUse) if by_ours => Dispute::OursOutTheirsUse,
        Some(Clash::DeleteUse) => Dispute::TheirsOutOursUse,
        Some(Clash::DeleteEdit | Clash::LinkDeleteEdit) if by_ours => Dispute::OursOutTheirsChanged,
        Some(Clash::DeleteEdit | Clash::LinkDeleteEdit) => Dispute::TheirsOutOursChanged,
    };
    disputed(lang, &at, what)
}

fn value(value: &Value) -> String {
    let text = visible(value.as_str()).into_owned();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
