//! Roles become colours. `style/theme.css` and `style/dark.css` say which; this only looks them up by name.

use crate::scene::Role;

/// How many series have a colour of their own; those beyond share one.
pub const SERIES: usize = 7;

/// A colour: red, green, blue.
pub type Colour = (u8, u8, u8);

/// The colours of one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    ink: Colour,
    soft: Colour,
    rule: Colour,
    ghost: Colour,
    beam: Colour,
    brand: Colour,
    card: Colour,
    rest: Colour,
    series: [Colour; SERIES],
}

impl Palette {
    /// The palette whose colours `value` gives by the names of the theme's custom properties.
    /// What it does not know is black: a missing colour is seen at once.
    pub fn new(value: impl Fn(&str) -> Option<String>) -> Self {
        let colour = |name: &str| value(name).and_then(|text| parse(text.trim())).unwrap_or_default();
        let series = ["--series-0", "--series-1", "--series-2", "--series-3", "--series-4", "--series-5", "--series-6"];
        Palette {
            ink: colour("--ink"),
            soft: colour("--soft"),
            rule: colour("--rule"),
            ghost: colour("--ghost"),
            beam: colour("--beam"),
            brand: colour("--brand"),
            card: colour("--card"),
            rest: colour("--rest"),
            series: series.map(colour),
        }
    }

    /// The colour of a role.
    pub fn colour(&self, role: Role) -> Colour {
        match role {
            Role::Series(i) => self.series.get(i).copied().unwrap_or(self.rest),
            Role::OnSeries(i) => self.on(self.colour(Role::Series(i))),
            Role::Ink => self.ink,
            Role::Soft => self.soft,
            Role::Rule => self.rule,
            Role::Ghost => self.ghost,
            Role::Beam => self.beam,
            Role::Brand => self.brand,
        }
    }

    /// The more readable of white and near-black on `fill`.
    fn on(&self, fill: Colour) -> Colour {
        let dark = if luminance(self.ink) < luminance(self.card) { self.ink } else { self.card };
        let white = (255, 255, 255);
        if contrast(white, fill) >= contrast(dark, fill) { white } else { dark }
    }
}

/// `#rrggbb`, or `#rgb` for short.
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
    use crate::paint::svg::{DARK, LIGHT, theme};

    #[test]
    fn short_colours_are_read_too() {
        assert_eq!(parse("#fff"), Some((255, 255, 255)));
        assert_eq!(parse("#a0c"), parse("#aa00cc"));
        assert_eq!(parse("red"), None);
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
            for i in 0..=SERIES {
                let fill = palette.colour(Role::Series(i));
                let on = wcag(palette.colour(Role::OnSeries(i)), fill);
                assert!(on >= 4.5, "{selector} series {i}: words on it have a contrast of {on:.2}");
                let seen = wcag(fill, palette.card);
                assert!(seen >= 3.0, "{selector} series {i}: {seen:.2} against the card");
            }
            for role in [Role::Ink, Role::Soft, Role::Brand] {
                let seen = wcag(palette.colour(role), palette.card);
                assert!(seen >= 4.5, "{selector} {role:?}: {seen:.2}");
            }
        }
    }
}
