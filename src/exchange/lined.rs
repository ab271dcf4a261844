//! JSON with the line on which each value stands.
//!
//! A report on somebody's file must say where in the file, and it must say what was odd instead of hiding it: a
//! key that stands twice, half a character, a number beyond all bounds. It knows no foreign format; those ask it.

use std::collections::HashMap;

use crate::text::{Both, both};

/// How deep brackets may be nested.
const MOST_DEEP: usize = 128;
/// How many values a text may have. Ten times the cards and links that are read, and still no trouble to hold.
const MOST_VALUES: usize = 4_000_000;

/// A value and its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lined {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// The value.
    pub value: Json,
}

/// A value. Numbers stand as they were written, so that none is too large.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words of JSON itself")]
pub enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Lined>),
    /// In the order of the text, each key once.
    Object(Vec<(String, Lined)>),
}

/// Why a text is no JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line, from 1.
    pub line: u64,
    /// The column in characters, from 1.
    pub column: u64,
    /// What is wrong.
    pub what: Both,
}

/// What is odd about a text that could be read all the same, each with its line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Oddities {
    /// Keys that stand twice in one object; the last one counts.
    pub twice: Vec<(String, u32)>,
    /// Half characters (`\ud800` alone); each became U+FFFD.
    pub halves: Vec<u32>,
}

/// Reads a whole text.
///
/// # Errors
/// If it is no JSON, nested too deep, or holds too many values.
pub fn read(text: &str) -> Result<(Lined, Oddities), Broken> {
    let mut reader = Reader { text, at: 0, line: 1, values: 0, odd: Oddities::default() };
    let value = reader.value(0)?;
    reader.blanks();
    if reader.at < text.len() {
        return Err(reader.broken(both!("something stands behind the end", "det står noe etter slutten")));
    }
    Ok((value, reader.odd))
}

impl Lined {
    /// The value of a key, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Lined> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The keys and values of an object; none of anything else.
    #[must_use]
    pub fn entries(&self) -> &[(String, Lined)] {
        if let Json::Object(entries) = &self.value { entries } else { &[] }
    }

    /// The values of a list; none of anything else.
    #[must_use]
    pub fn items(&self) -> &[Lined] {
        if let Json::List(items) = &self.value { items } else { &[] }
    }

    /// The value as one text: a text as it is, nothing for null, lists and objects as JSON.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.value {
            Json::Null => String::new(),
            Json::Bool(yes) => yes.to_string(),
            Json::Number(text) | Json::Text(text) => text.clone(),
            Json::List(_) | Json::Object(_) => {
                let mut out = String::new();
                self.compact(&mut out);
                out
            }
        }
    }

    /// Whether it says nothing: null, an empty text, an empty list or object.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Json::Null => true,
            Json::Bool(_) | Json::Number(_) => false,
            Json::Text(text) => text.trim().is_empty(),
            Json::List(items) => items.iter().all(Lined::is_empty),
            Json::Object(entries) => entries.is_empty(),
        }
    }

    /// Writes the value as JSON without blanks. It calls itself at most [`MOST_DEEP`] times.
    fn compact(&self, out: &mut String) {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        match &self.value {
            Json::Null => out.push_str("null"),
            Json::Bool(_) | Json::Number(_) => out.push_str(&self.text()),
            Json::Text(text) => out.push_str(&quoted(text)),
            Json::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    out.push(if at == 0 { '[' } else { ',' });
                    item.compact(out);
                }
                out.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Json::Object(entries) => {
                for (at, (key, value)) in entries.iter().enumerate() {
                    out.push(if at == 0 { '{' } else { ',' });
                    out.push_str(&quoted(key));
                    out.push(':');
                    value.compact(out);
                }
                out.push_str(if entries.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    values: usize,
    odd: Oddities,
}

impl Reader<'_> {
    fn broken(&self, what: Both) -> Broken {
        let before = &self.text[..self.at];
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() as u64 + 1;
        Broken { line: self.line.into(), column, what }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\r' | b'\n')) = self.peek() {
            self.line += u32::from(byte == b'\n');
            self.at += 1;
        }
    }

    /// Takes the byte if it is next, behind blanks.
    fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn value(&mut self, depth: usize) -> Result<Lined, Broken> {
        self.blanks();
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(self.broken(both!(
                "more than 4 million values; no map has as many",
                "mer enn 4 millioner verdier; ingen kart har så mange"
            )));
        }
        if depth > MOST_DEEP {
            return Err(self.broken(both!(
                "brackets are nested more than 128 deep",
                "parentesene står mer enn 128 i hverandre"
            )));
        }
        let line = self.line;
        let value = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Json::Text(self.quoted()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Lined { line, value })
    }

    fn word(&mut self) -> Result<Json, Broken> {
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))]
        {
            if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.broken(if self.at == self.text.len() {
            both!("the file ends here, amid something", "filen slutter her, midt i noe")
        } else {
            both!("here a value should stand", "her skulle det stått en verdi")
        }))
    }

    fn list(&mut self, depth: usize) -> Result<Json, Broken> {
        self.at += 1;
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.take(b']') {
                return Ok(Json::List(items));
            }
            if !self.take(b',') {
                return Err(self.broken(both!(
                    "a ',' or the closing ']' should stand here",
                    "her skulle det stått «,» eller «]»"
                )));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, Broken> {
        self.at += 1;
        let mut entries: Vec<(String, Lined)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        if self.take(b'}') {
            return Ok(Json::Object(entries));
        }
        loop {
            self.blanks();
            if self.peek() != Some(b'"') {
                return Err(self.broken(both!(
                    "a key in double quotes should stand here",
                    "her skulle det stått et navn i anførselstegn"
                )));
            }
            let line = self.line;
            let key = self.quoted()?;
            if !self.take(b':') {
                return Err(self.broken(both!("a ':' should stand here", "her skulle det stått «:»")));
            }
            let value = self.value(depth + 1)?;
            match places.get(&key) {
                Some(&at) => {
                    entries[at].1 = value;
                    self.odd.twice.push((key, line));
                }
                None => {
                    places.insert(key.clone(), entries.len());
                    entries.push((key, value));
                }
            }
            if self.take(b'}') {
                return Ok(Json::Object(entries));
            }
            if !self.take(b',') {
                return Err(self.broken(both!(
                    "a ',' or the closing '}}' should stand here",
                    "her skulle det stått «,» eller «}}»"
                )));
            }
        }
    }

    fn number(&mut self) -> Result<Json, Broken> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        let whole = self.at;
        self.digits()?;
        if self.text.as_bytes()[whole] == b'0' && self.at > whole + 1 {
            return Err(self.broken(both!("a number begins with 0", "et tall begynner med 0")));
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(Json::Number(self.text[start..self.at].to_owned()))
    }

    fn digits(&mut self) -> Result<(), Broken> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start {
            Err(self.broken(both!("a digit should stand here", "her skulle det stått et siffer")))
        } else {
            Ok(())
        }
    }

    fn quoted(&mut self) -> Result<String, Broken> {
        let (opened, opened_line) = (self.at, self.line);
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').unwrap_or(rest.len());
            out.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => self.escape(&mut out)?,
                Some(_) => {
                    return Err(self.broken(both!(
                        "a line break or another control character in a text",
                        "et linjeskift eller et annet styretegn i en tekst"
                    )));
                }
                None => {
                    (self.at, self.line) = (opened, opened_line);
                    return Err(self.broken(both!(
                        "a double quote opens here and is never closed",
                        "et anførselstegn åpner her og blir aldri lukket"
                    )));
                }
            }
        }
    }

    fn escape(&mut self, out: &mut String) -> Result<(), Broken> {
        let letter = self.text.as_bytes().get(self.at + 1).copied();
        out.push(match letter {
            Some(plain @ (b'"' | b'\\' | b'/')) => plain.into(),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.unit(self.at)?;
                self.at += 6;
                let second = match first {
                    0xd800..=0xdbff => self.unit(self.at).ok().filter(|unit| (0xdc00..0xe000).contains(unit)),
                    _ => None,
                };
                let units = [first, second.unwrap_or_default()];
                let whole = char::decode_utf16(units[..1 + usize::from(second.is_some())].iter().copied());
                let found = whole.into_iter().next().and_then(Result::ok);
                self.at += if second.is_some() { 6 } else { 0 };
                if found.is_none() {
                    self.odd.halves.push(self.line);
                }
                out.push(found.unwrap_or(char::REPLACEMENT_CHARACTER));
                return Ok(());
            }
            _ => {
                return Err(self.broken(both!("there is no such escape", "det finnes ingen slik omskriving")));
            }
        });
        self.at += 2;
        Ok(())
    }

    /// The number of the `\u1234` that begins at a byte.
    fn unit(&self, at: usize) -> Result<u16, Broken> {
        let digits = self.text.as_bytes().get(at..at + 6).filter(|bytes| bytes.starts_with(b"\\u"));
        let digits = digits.and_then(|bytes| std::str::from_utf8(&bytes[2..]).ok());
        digits
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|digits| u16::from_str_radix(digits, 16).ok())
            .ok_or_else(|| {
                self.broken(both!(
                    "four hexadecimal digits should stand behind \\u",
                    "det skal stå fire heksadesimale sifre etter \\u"
                ))
            })
    }
}

#[cfg(test)]
mod tests;
