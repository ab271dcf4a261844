//! Which commands the last line of a screen names: those that matter there, most useful first.

use super::table::{Command, View};

/// The commands to name on a screen, most useful first; the screen shows as many as fit. The arrow keys come
/// before all of them and are not in the list.
#[must_use]
pub fn hints(view: View) -> &'static [Command] {
    use Command::{
        Add, AddHere, Back, BulkEdit, ChainsBack, ChainsFrom, ChainsOrder, ChainsTo, Close, Connect, Edit,
        Filter, FilterBy, Find, FoldParts, Help, Language, LeaveLive, Legend, LevelTable, Lists, Longer,
        LoopsHere, LoopsOnly, LoopsUpAndDown, MatrixOf, MoreOfActor, MoveTo, MoveUp, NameLoop, New,
        NextColor, NextLink, NextLoop, NextPart, NextSection, NoteIt, Open, OpenFile, OtherPart, PageDown,
        Palette, PartOf, Pick, PutBack, Quit, RemoveHere, Rename, RenameHere, ReviewEnd, ReviewWith, Save,
        SeenAll, ShowActing, ShowBoard, ShowChains, ShowFocus, Sort, SortBack, SortCards, TakeBoth, TakeOurs,
        TakeTheirs, Tour, Trace, Undo, WriteOwn,
    };
    match view {
        View::Start => &[Open, New, OpenFile, Tour, Help, Language, Palette, Quit],
        View::Board => &[
            Add, Connect, Edit, Open, NextLink, Help, Rename, MoveTo, Find, Undo, Palette, Trace, Legend,
            LoopsHere,
        ],
        View::Focus => &[Open, Back, Add, Connect, Edit, Help, Rename, MoveTo, Trace, Find, Palette, Legend],
        View::Staircase => &[NextLoop, ShowFocus, NameLoop, Help, Legend, ShowBoard, Palette],
        View::Loops => {
            &[Open, LoopsOnly, NameLoop, Help, Longer, LoopsUpAndDown, LoopsHere, Find, ShowBoard, Palette]
        }
        View::Levels => {
            &[Open, OtherPart, NoteIt, FoldParts, Help, SeenAll, LevelTable, ShowBoard, Legend, Palette]
        }
        View::Outline => &[Open, Pick, Filter, BulkEdit, Edit, FilterBy, Help, Sort, Lists, Palette],
        View::Setup => &[
            AddHere,
            Open,
            NextSection,
            RemoveHere,
            Help,
            RenameHere,
            MoveUp,
            PartOf,
            NextColor,
            ShowBoard,
            Palette,
        ],
        View::Actors => &[
            Open,
            NextSection,
            Sort,
            Edit,
            FoldParts,
            Help,
            MoreOfActor,
            SortBack,
            ShowBoard,
            Legend,
            Palette,
        ],
        View::Matrix => &[NextLink, Open, MatrixOf, PageDown, Help, ShowBoard, Legend, Palette],
        View::Acting => &[Open, NextPart, SortCards, ChainsTo, Help, ChainsBack, ShowChains, Palette, Close],
        View::Chains => {
            &[Open, ChainsTo, ChainsOrder, Help, ChainsBack, Longer, ShowActing, ChainsFrom, Palette, Close]
        }
        View::Review => &[Open, PutBack, ReviewWith, ReviewEnd, Help, ShowBoard, Undo, Palette, Close],
        View::Unsettled => {
            &[TakeOurs, TakeTheirs, TakeBoth, Open, WriteOwn, LeaveLive, Undo, Help, Save, Palette, Close]
        }
        View::Model => &[NextLink, Open, FoldParts, Help, ShowBoard, Legend, Palette],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::table::entry;

    #[test]
    fn hints_name_commands_that_do_something_there() {
        for view in View::ALL {
            let named = hints(view);
            assert!(named.len() >= 5, "{view:?}");
            for command in named {
                assert!(entry(*command).views.contains(&view), "{view:?} {command:?}");
                assert!(!entry(*command).keys.is_empty(), "{command:?}");
            }
        }
    }
}
