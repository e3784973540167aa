//! What the values of `site.json` may be: nothing in it can run, or lead to something that runs.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::ops::Deref;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Separates the Chinese text from the English within an error of `serde_json`'s, which has room for one text.
pub const BESIDE: char = '\u{1f}';
/// The most characters of a text.
const LONG: usize = 200;
/// How well a colour must stand out from white for text in it to be read (WCAG 2, AA).
const MIN: f64 = 4.5;

/// Words for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(String);
/// An address of the web, of this host, of a mailbox or of a telephone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);
/// The name of a file beside `site.json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(String);
/// The name of a department's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slug(String);
/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// A value that is parsed from a text; an error says in both languages what is wrong.
trait Value: Sized {
    fn of(text: &str) -> Result<Self, String>;
}

fn wrong<T>(zh: &str, en: &str) -> Result<T, String> {
    Err(format!("{zh}{BESIDE}{en}"))
}

impl Value for Text {
    fn of(text: &str) -> Result<Text, String> {
        if text.chars().any(char::is_control) || text.chars().count() > LONG {
            return wrong(
                "文字太长（最多 200 个字），或者里面有换行",
                "the text is longer than 200 characters, or has line breaks",
            );
        }
        Ok(Text(text.into()))
    }
}

impl Value for Address {
    fn of(text: &str) -> Result<Address, String> {
        let before_path = text.split(['/', '?', '#']).next().unwrap_or_default();
        let scheme = before_path.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let is_known = scheme.is_none_or(|scheme| ["https", "http", "mailto", "tel"].contains(&scheme.as_str()));
        let is_plain =
            !text.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '\\' | '"' | '<' | '>'));
        if !is_known || !is_plain || text.starts_with("//") {
            let zh = format!(
                "“{text}”不能作为地址：要以 https://、http://、mailto: 或 tel: 开头，或是本站的相对地址（如 ../）"
            );
            let en = format!(
                "“{text}” cannot be an address: begin it with https://, http://, mailto: or tel:, or write one of this host (such as ../)"
            );
            return wrong(&zh, &en);
        }
        Ok(Address(text.into()))
    }
}

impl Value for FileName {
    fn of(text: &str) -> Result<FileName, String> {
        let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        if !is_plain || text.starts_with('.') || !text.contains('.') {
            let zh = format!("“{text}”不能作为文件名：请写放在 site.json 旁边的文件，名字只用英文字母、数字、点和横线");
            let en = format!(
                "“{text}” cannot be a file's name: name a file beside site.json, of Latin letters, digits, points and hyphens"
            );
            return wrong(&zh, &en);
        }
        Ok(FileName(text.into()))
    }
}

impl Value for Slug {
    fn of(text: &str) -> Result<Slug, String> {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        if !text.chars().all(is_plain) || !text.starts_with(|c: char| c.is_ascii_alphanumeric()) || text.len() > 60 {
            let zh = format!("“{text}”不能作为网址里的名字：只能用小写英文字母、数字和横线，最多 60 个，如 education");
            let en = format!(
                "“{text}” cannot be a part of an address: use small Latin letters, digits and hyphens, 60 at most, such as education"
            );
            return wrong(&zh, &en);
        }
        Ok(Slug(text.into()))
    }
}

impl Value for Colour {
    fn of(text: &str) -> Result<Colour, String> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
        let part = |i: usize| u8::from_str_radix(digits?.get(2 * i..2 * i + 2)?, 16).ok();
        let (Some(red), Some(green), Some(blue)) = (part(0), part(1), part(2)) else {
            let zh = format!("“{text}”不是颜色：请写成 #rrggbb，如 #a61b29");
            return wrong(&zh, &format!("“{text}” is no colour: write it as #rrggbb, such as #a61b29"));
        };
        let own = Colour([red, green, blue]);
        let contrast = contrast(own, Colour([255, 255, 255]));
        if contrast < MIN {
            // Rounded down, so that a colour that is refused never reads as good enough.
            let told = format!("{:.2}", (contrast * 100.0).floor() / 100.0);
            let zh = format!("{text} 写在白底上看不清：对比度 {told}，至少要 {MIN}。请换深一些的颜色");
            let en = format!(
                "{text} cannot be read on white: its contrast is {told}, and at least {MIN} is needed. Choose a darker one"
            );
            return wrong(&zh, &en);
        }
        Ok(own)
    }
}

impl Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Colour([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

macro_rules! text {
    ($($name:ident),*) => {$(
        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::of(String::deserialize(deserializer)?.trim()).map_err(D::Error::custom)
            }
        }
    )*};
}
text!(Text, Address, FileName, Slug);

/// A value that may be left blank.
#[allow(private_bounds)] // nobody else has values to make
pub fn filled<'de, D: Deserializer<'de>, T: Value>(deserializer: D) -> Result<Option<T>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { T::of(text).map(Some).map_err(D::Error::custom) }
}

/// Reads the names of folders, no two of which may be alike.
pub fn slugs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Slug>, D::Error> {
    let slugs = BTreeMap::<String, Slug>::deserialize(deserializer)?;
    let mut seen: Vec<&str> = slugs.values().map(|slug| &**slug).collect();
    seen.sort_unstable();
    match seen.windows(2).find(|two| two[0] == two[1]) {
        Some(two) => {
            let zh = format!("两个部门的名字都是“{}”，请分开", two[0]);
            wrong(&zh, &format!("two departments are called “{}”; tell them apart", two[0])).map_err(D::Error::custom)
        }
        None => Ok(slugs),
    }
}
/// How well one of two colours stands out from the other (WCAG 2): 1 for the same, 21 for black and white.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let [one, other] = [one, other].map(luminance);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(Colour(parts): Colour) -> f64 {
    let [red, green, blue] = parts.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
