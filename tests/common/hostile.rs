//! A map in which every text is an attack: on terminals, on pages, on charts, on comments.

use std::path::Path;

/// Texts that are attacks, by the numbers of the cases that bad files are sorted by: 45 to 60 act on a
/// terminal, 81 to 86 on a page, a chart or a comment.
pub const HOSTILE: [(u32, &str); 20] = [
    (45, "\u{1b}[2Jcleared"),
    (46, "\u{1b}]52;c;ZXZpbA==\u{7}"),
    (47, "\u{1b}]0;title\u{7}"),
    (48, "\u{1b}]8;;javascript:window.evil=1\u{1b}\\link"),
    (49, "\u{1b}P1;2q#0\u{1b}\\"),
    (50, "\u{9b}31m \u{9d}0;x"),
    (52, "over\u{8}\u{8}\rprint"),
    (54, "\u{202e}desrever \u{2066}x"),
    (55, "\u{200b}\u{3164}"),
    (56, "tag\u{e0041}\u{e007f}"),
    (57, "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}"),
    (58, "line\u{2028}break"),
    (59, "wide 中 👩\u{200d}👩\u{200d}👧"),
    (81, "=HYPERLINK(\"http://e.vil\")"),
    (
        82,
        "</script><script>window.evil=1</script><img src=x onerror=\"window.evil=1\"><svg onload=\"window.evil=1\"/>]]>-->",
    ),
    (83, "\"]; click n1 \"javascript:window.evil=1\"\n%%{init: {\"securityLevel\":\"loose\"}}%%\nend"),
    (84, "\"; } evil [shape=box]\\"),
    (85, "|``` <details> @user #123 ![x](https://e.vil/a.png) [x](javascript:window.evil=1)"),
    (86, "\u{1}\u{fffe}control"),
    (79, "<<b>html</b>>"),
];

/// The hostile map as a file, each text as a label, a note, a quote, a name of a level and an area, and a remark.
pub fn hostile(folder: &Path) -> String {
    let quoted = |text: &str| {
        let mut out = String::from("\"");
        for letter in text.chars() {
            match letter {
                '"' | '\\' => out.extend(['\\', letter]),
                c if c.is_ascii_graphic() || c == ' ' => out.push(c),
                c => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            }
        }
        out + "\""
    };
    let evil = quoted(HOSTILE[14].1);
    let (mut nodes, mut steps, mut levels, mut areas) =
        (String::new(), String::new(), String::new(), String::new());
    for (number, text) in HOSTILE {
        let (own, next) = (
            quoted(text),
            HOSTILE
                [(HOSTILE.iter().position(|case| case.0 == number).expect("it is one") + 1) % HOSTILE.len()]
            .0,
        );
        levels += &format!("(id: \"l{number}\", name: {own}),");
        areas += &format!("(id: \"a{number}\", name: {own}, color: Red),");
        nodes += &format!(
            "\"n{number}\": (label: {own}, kind: Cause, level: \"l{number}\", area: \"a{number}\", sources: {{\"s\": (quote: {own})}}, note: [{own}], causes: {{\"n{next}\": (sign: Plus)}}),"
        );
        steps += &format!("(show: Node(\"n{number}\"), remark: [{own}]),");
    }
    let through: String = HOSTILE.iter().map(|(number, _)| format!("(\"n{number}\", Causes),")).collect();
    let text = format!(
        "(floke: 1, title: {evil}, aim: {evil}, note: [{evil}], levels: [{levels}], areas: [{areas}], sources: {{\"s\": (title: {evil}, kind: Interview)}}, nodes: {{{nodes}}}, loops: {{\"loop\": (title: {evil}, through: [{through}])}}, journeys: {{\"j\": (title: {evil}, steps: [{steps}])}})"
    );
    let path = folder.join("hostile.floke.ron");
    std::fs::write(&path, text).expect("written");
    path.to_string_lossy().into_owned()
}
