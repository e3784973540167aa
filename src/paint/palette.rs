//! The colours of roles, looked up by name in the theme that `style/theme.css` and `style/dark.css` define.

use crate::scene::Role;

/// How many series have a colour of their own; those beyond share one.
pub const SERIES: usize = 7;

/// The names of the colours in the theme: of the series and of those beyond, of the verdicts in their order, of the
/// rest in the order of [`Palette::colour`]. One list is less code than a field for each colour.
const NAMES: [&str; 19] = [
    "--series-0",
    "--series-1",
    "--series-2",
    "--series-3",
    "--series-4",
    "--series-5",
    "--series-6",
    "--rest",
    "--mismatch",
    "--rounding",
    "--unchecked",
    "--holds",
    "--ink",
    "--soft",
    "--rule",
    "--ghost",
    "--beam",
    "--brand",
    "--card",
];
const VERDICTS: usize = SERIES + 1;
const OTHERS: usize = VERDICTS + 4;
const CARD: usize = OTHERS + 6;

/// A colour: red, green, blue.
pub type Colour = (u8, u8, u8);

/// The colours of one theme, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette([Colour; NAMES.len()]);

impl Palette {
    /// The palette of a theme; `value` returns a colour by the name of the theme's custom property.
    /// An unknown colour becomes black, which is noticed at once.
    pub fn new(value: impl Fn(&str) -> Option<String>) -> Self {
        Palette(NAMES.map(|name| value(name).and_then(|text| parse(text.trim())).unwrap_or_default()))
    }

    /// The colour of a role.
    pub fn colour(&self, role: Role) -> Colour {
        self.0[match role {
            Role::OnSeries(i) => return self.on(self.colour(Role::Series(i))),
            Role::OnVerdict(verdict) => return self.on(self.colour(Role::Verdict(verdict))),
            Role::Series(i) => i.min(SERIES),
            Role::Verdict(verdict) => VERDICTS + verdict as usize,
            Role::Ink => OTHERS,
            Role::Soft => OTHERS + 1,
            Role::Rule => OTHERS + 2,
            Role::Ghost => OTHERS + 3,
            Role::Beam => OTHERS + 4,
            Role::Brand => OTHERS + 5,
            Role::Card => CARD,
        }]
    }

    /// The background colour of drawings.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn paper(&self) -> Colour {
        self.0[CARD]
    }

    /// The more readable of white and near-black on `fill`.
    fn on(&self, fill: Colour) -> Colour {
        let [stroke, card] = [self.0[OTHERS], self.0[CARD]];
        let dark = if luminance(stroke) < luminance(card) { stroke } else { card };
        let white = (255, 255, 255);
        if contrast(white, fill) >= contrast(dark, fill) { white } else { dark }
    }
}

/// Reads a colour written as `#rrggbb` or `#rgb`.
fn parse(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 || digits.len() == 3)?;
    let mut number = u32::from_str_radix(digits, 16).ok()?;
    if digits.len() == 3 {
        number = ((number & 0xf00) << 8 | (number & 0xf0) << 4 | number & 0xf) * 0x11;
    }
    let [_, red, green, blue] = number.to_be_bytes();
    Some((red, green, blue))
}

/// How bright a colour is to an eye, from 0 to 1 (WCAG 2). The gamma curve is taken as a square,
/// which orders colours alike and needs no power function in the page's first module.
fn luminance((red, green, blue): Colour) -> f64 {
    let linear = |part: u8| (f64::from(part) / 255.0) * (f64::from(part) / 255.0);
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    if a > b { a / b } else { b / a }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Verdict;
    use crate::paint::svg::{DARK, LIGHT, theme};

    #[test]
    fn short_colours_are_read_too() {
        assert_eq!(parse("#fff"), Some((255, 255, 255)));
        assert_eq!(parse("#a0c"), parse("#aa00cc"));
        assert_eq!(parse("red"), None);
    }

    #[test]
    fn a_role_has_the_colour_of_its_name() {
        let roles = [
            (Role::Series(0), "--series-0"),
            (Role::Series(6), "--series-6"),
            (Role::Series(7), "--rest"),
            (Role::Series(99), "--rest"),
            (Role::Verdict(Verdict::Holds), "--holds"),
            (Role::Verdict(Verdict::Unchecked), "--unchecked"),
            (Role::Verdict(Verdict::Rounding), "--rounding"),
            (Role::Verdict(Verdict::Mismatch), "--mismatch"),
            (Role::Ink, "--ink"),
            (Role::Soft, "--soft"),
            (Role::Rule, "--rule"),
            (Role::Ghost, "--ghost"),
            (Role::Beam, "--beam"),
            (Role::Brand, "--brand"),
            (Role::Card, "--card"),
        ];
        for (role, name) in roles {
            let palette = Palette::new(|asked| (asked == name).then(|| "#fff".into()));
            assert_eq!(palette.colour(role), (255, 255, 255), "{role:?} is not {name}");
        }
        assert_eq!(NAMES[CARD], "--card");
    }

    /// WCAG's own contrast, with the power function.
    fn wcag(a: Colour, b: Colour) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |(r, g, b): Colour| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05;
        let (a, b) = (luminance(a), luminance(b));
        if a > b { a / b } else { b / a }
    }

    #[test]
    fn words_can_be_read_on_every_colour_and_every_colour_seen_on_the_page() {
        for (selector, palette) in [("light", theme(LIGHT)), ("dark", theme(DARK))] {
            let series = (0..=SERIES).map(|i| (Role::Series(i), Role::OnSeries(i)));
            let verdicts = Verdict::ALL.map(|verdict| (Role::Verdict(verdict), Role::OnVerdict(verdict)));
            for (role, words) in series.chain(verdicts) {
                let fill = palette.colour(role);
                let on = wcag(palette.colour(words), fill);
                assert!(on >= 4.5, "{selector} {role:?}: words on it have a contrast of {on:.2}");
                let seen = wcag(fill, palette.0[CARD]);
                assert!(seen >= 3.0, "{selector} {role:?}: {seen:.2} against the card");
            }
            // The number of a check that could not be made stands in a ring.
            let seen = wcag(palette.colour(Role::Ink), palette.colour(Role::Beam));
            assert!(seen >= 4.5, "{selector} ink on the beam: {seen:.2}");
            for role in [Role::Ink, Role::Soft, Role::Brand] {
                let seen = wcag(palette.colour(role), palette.0[CARD]);
                assert!(seen >= 4.5, "{selector} {role:?}: {seen:.2}");
            }
        }
    }
}
