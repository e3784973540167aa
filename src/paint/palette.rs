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

/// Reads a colour written as `#rrggbb`; whoever has other notations converts them.
fn parse(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
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
    fn a_colour_is_read_in_one_notation() {
        assert_eq!(parse("#aa00cc"), Some((170, 0, 204)));
        assert_eq!(parse("#fff"), None);
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
            let palette = Palette::new(|asked| (asked == name).then(|| "#ffffff".into()));
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
            // The number of a check that could not be made stands in a ring, a level's name on the muted slices beside it.
            for ground in [Role::Beam, Role::Ghost] {
                let seen = wcag(palette.colour(Role::Ink), palette.colour(ground));
                assert!(seen >= 4.5, "{selector} ink on {ground:?}: {seen:.2}");
            }
        }
    }

    /// Text has the contrast of WCAG's level AAA on whatever it stands on; lines that say something have 3:1.
    #[test]
    fn text_has_seven_to_one_and_lines_have_three_to_one() {
        for (selector, css) in [("light", LIGHT), ("dark", DARK)] {
            let named = |name: &str| {
                let own = Palette::new(|asked| (asked == "--ink").then(|| value(css, name)));
                own.colour(Role::Ink)
            };
            for ground in ["--page", "--card", "--beam"] {
                for text in ["--ink", "--soft", "--brand"] {
                    let seen = wcag(named(text), named(ground));
                    assert!(seen >= 7.0, "{selector}: {text} on {ground} has {seen:.2}");
                }
            }
            for ground in ["--page", "--card"] {
                // Dotted lines and the edges of fields, last year's bar, what the focus is on.
                for line in ["--ghost", "--rest", "--brand"] {
                    let seen = wcag(named(line), named(ground));
                    assert!(seen >= 3.0, "{selector}: {line} on {ground} has {seen:.2}");
                }
            }
            for [text, ground] in
                [["--mismatch", "--card"], ["--warn", "--card"], ["--ink", "--mark"], ["--card", "--brand"]]
            {
                let seen = wcag(named(text), named(ground));
                assert!(seen >= 7.0, "{selector}: {text} on {ground} has {seen:.2}");
            }
        }
    }

    /// The scheme of high contrast: words have 7:1 everywhere, on the colours of drawings, too.
    #[test]
    fn high_contrast_is_high_everywhere() {
        let palette = theme(include_str!("../../style/contrast.css"));
        let series = (0..=SERIES).map(|i| (Role::Series(i), Role::OnSeries(i)));
        let verdicts = Verdict::ALL.map(|verdict| (Role::Verdict(verdict), Role::OnVerdict(verdict)));
        for (role, words) in series.chain(verdicts) {
            let fill = palette.colour(role);
            for (what, other) in [("words on it", palette.colour(words)), ("the ground", palette.colour(Role::Card))] {
                let seen = wcag(other, fill);
                assert!(seen >= 7.0, "{role:?}: {seen:.2} against {what}");
            }
        }
        for (text, ground) in [
            (Role::Ink, Role::Card),
            (Role::Soft, Role::Card),
            (Role::Brand, Role::Card),
            (Role::Ghost, Role::Card),
            (Role::Ink, Role::Beam),
            (Role::Card, Role::Ghost),
        ] {
            let seen = wcag(palette.colour(text), palette.colour(ground));
            assert!(seen >= 7.0, "{text:?} on {ground:?}: {seen:.2}");
        }
    }

    /// A custom property of a style sheet.
    fn value(css: &str, name: &str) -> String {
        let line = css.split([';', '{']).filter_map(|line| line.trim().split_once(':')).find(|(key, _)| *key == name);
        line.map(|(_, value)| value.trim().into()).unwrap()
    }

    /// A colour in Oklab, where distances are as an eye sees them, of linear red, green and blue.
    fn oklab(linear: [f64; 3]) -> [f64; 3] {
        let times = |matrix: [[f64; 3]; 3], by: [f64; 3]| {
            matrix.map(|row| row.iter().zip(by).map(|(one, other)| one * other).sum::<f64>())
        };
        let cones = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        let seen = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        times(seen, times(cones, linear).map(f64::cbrt))
    }

    /// Eyes, as matrices over linear red, green and blue: three of what the kinds of colour blindness leave (Machado and
    /// others, 2009), and one of a print in grey.
    const EYES: [(&str, [[f64; 3]; 3]); 5] = [
        ("all colours", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        ),
        (
            "tritanopia",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
        ("grey", [[0.2126, 0.7152, 0.0722]; 3]),
    ];

    /// How far apart an eye sees two colours; 2 can just be seen side by side.
    fn apart(a: Colour, b: Colour, eye: [[f64; 3]; 3]) -> f64 {
        let seen = |(r, g, b): Colour| {
            let linear = [r, g, b].map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            oklab(eye.map(|row| row.iter().zip(linear).map(|(by, part)| by * part).sum::<f64>().clamp(0.0, 1.0)))
        };
        let (a, b) = (seen(a), seen(b));
        100.0 * a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
    }

    /// Neighbours are told apart by every eye and in grey, others by every eye; beyond the colours there are, and in grey,
    /// the numbers of the list's rows tell (`tests/figures/legible.rs`).
    #[test]
    fn the_colours_of_twelve_series_are_told_apart_by_every_eye() {
        for (selector, palette) in [("light", theme(LIGHT)), ("dark", theme(DARK))] {
            let colour = |i| palette.colour(Role::Series(i));
            for (eye, matrix) in EYES {
                for i in 0..12 {
                    for j in 0..i {
                        let seen = apart(colour(i), colour(j), matrix);
                        println!("{selector} {eye} {j} {i}: {seen:.1}");
                        let least = match (j + 1 == i, eye) {
                            _ if j >= SERIES => 0.0,
                            (true, _) => 10.0,
                            (false, "grey") => 0.0,
                            (false, _) => 6.0,
                        };
                        assert!(seen >= least, "{selector}: {j} and {i} are {seen:.1} apart with {eye}");
                    }
                }
                // Two kinds that have their colours on the whole page, side by side in its bars.
                for (one, other) in [(3, 4), (2, 1), (0, 5), (5, 6)] {
                    let seen = apart(colour(one), colour(other), matrix);
                    assert!(seen >= 10.0, "{selector}: {one} and {other} are {seen:.1} apart with {eye}");
                }
            }
        }
    }
}
