//! The style sheets of the frame around published pages, with the portal's colour.

use super::values::{Colour, contrast};
use super::{Address, Portal};

/// What the frame looks like whatever the portal.
const FRAME: &str = include_str!("frame.css");
/// What changes where there is a portal.
const OWN: &str = include_str!("own.css");
/// The background of text in the dark theme, the lighter of its two.
const DARK: Colour = Colour([0x16, 0x20, 0x2a]);
/// The contrast that text has on that background, a little more than it must.
const READABLE: f64 = 5.0;

/// The style sheet of the frame. It is linked before the dark theme's, which has colours of its own.
pub fn style(portal: &Portal) -> String {
    let brand = portal.config.brand.map(|brand| format!(":root {{ --brand: {brand}; }}\n")).unwrap_or_default();
    let own = if portal.is_shown() { OWN } else { "" };
    [&brand, FRAME, own].concat()
}

/// The dark theme's style sheet with the portal's colour, lightened until it can be read there.
pub fn dark(theme: &str, portal: &Portal) -> Option<String> {
    let brand = light(portal.config.brand?);
    Some(format!("{theme}\n:root {{ --brand: {brand}; }}\n"))
}

/// The colour mixed with white, no more than is needed.
fn light(colour: Colour) -> Colour {
    let mixed = |white: u16| {
        // Of 255: between the two, so it is in range.
        Colour(colour.0.map(|part| u8::try_from((u16::from(part) * (255 - white) + 255 * white) / 255).unwrap_or(255)))
    };
    (0..=255).map(mixed).find(|mixed| contrast(*mixed, DARK) >= READABLE).unwrap_or(Colour([255; 3]))
}

/// An address as a page writes it from which `up` leads to the published folder: one of this host is relative to that
/// folder.
pub fn from(address: &Address, up: &str) -> String {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    if address.starts_with('/') || first.contains(':') { address.to_string() } else { [up, address].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_as_the_guideline_reckons_it() {
        let [black, white, grey] = [0, 255, 0x76].map(|part| Colour([part; 3]));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast(grey, white) - 4.54).abs() < 0.005, "{}", contrast(grey, white));
        assert!((contrast(white, white) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn in_the_dark_a_colour_is_as_light_as_reading_needs() {
        for colour in [[0xa6, 0x1b, 0x29], [0, 0, 0], [0x00, 0x3b, 0x8e], [0x6b, 0x2c, 0x91]] {
            let light = light(Colour(colour));
            assert!(contrast(light, DARK) >= READABLE && contrast(light, DARK) < READABLE + 0.3, "{light}");
        }
    }
}
