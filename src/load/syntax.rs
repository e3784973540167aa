//! Bytes to text, text to a syntax tree that keeps the place of every value.

use jsonc_parser::ast::Value;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::{Fault, MOST_BYTES, Place, Problem};

/// JSON and nothing looser: what this page reads, every other JSON tool reads too.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The file's text, without a byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::of_file(Problem::TooLarge));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("");
        // A character cut in half by the end of the file is a file cut off.
        let problem = if error.error_len().is_none() { Problem::CutOff } else { Problem::NotUtf8 };
        Fault { place: Some(Place::of(sound, sound.len())), problem }
    })?;
    match text.trim_ascii_start().as_bytes().first() {
        None => Err(Fault::of_file(Problem::Empty)),
        Some(b'<') => Err(Fault::of_file(Problem::WebPage)),
        Some(_) => Ok(text),
    }
}

/// The syntax tree of `text`.
pub fn tree(text: &str) -> Result<Value<'_>, Fault> {
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(result) => result.value.ok_or(Fault::of_file(Problem::Empty)),
        Err(error) => Err(fault(&error, text)),
    }
}

fn fault(error: &ParseError, text: &str) -> Fault {
    use ParseErrorKind as K;
    let end = text.trim_ascii_end().len();
    let offset = error.range().start.min(text.len());
    let at_end = error.range().end >= end;
    let problem = match error.kind() {
        K::NestingDepthExceeded => Problem::TooDeep,
        K::NonFiniteNumbersNotAllowed => Problem::NotFinite,
        K::UnterminatedArray | K::UnterminatedObject | K::String(ParseStringErrorKind::UnterminatedStringLiteral) => {
            // The parser points at what was opened; whoever mends the file looks for its end.
            return Fault { place: Some(Place::of(text, end)), problem: Problem::CutOff };
        }
        K::ExpectedColonAfterObjectKey | K::ExpectedObjectValue | K::ExpectedDigitFollowingNegativeSign if at_end => {
            Problem::CutOff
        }
        K::UnexpectedWord | K::UnexpectedToken if is_non_finite(text.get(offset..).unwrap_or("")) => Problem::NotFinite,
        kind => Problem::Syntax(kind.to_string()),
    };
    Fault { place: Some(Place::of(text, offset)), problem }
}

fn is_non_finite(word: &str) -> bool {
    ["NaN", "Infinity", "-Infinity"].iter().any(|name| word.starts_with(name))
}
