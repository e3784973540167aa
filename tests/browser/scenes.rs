//! What must be on a canvas: the scene of the same budget, computed here, and the pixels there.

use serde_json::json;

use budget_lens::chart::{ChartSize, scene};
use budget_lens::figure::{Param, Query, figures, param};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use budget_lens::scene::{Mark, Point, Rect, Role, Scene, Shape};

use super::page::Page;
use super::visit::budget;

/// A pixel: red, green, blue, and how opaque it is.
pub type Pixel = [u8; 4];

impl Page {
    /// The scene that a figure's canvas shows, with text of the usual size in Chinese, and with what the address asks.
    pub fn scene(&self, figure: &str) -> Scene {
        let width = self.value(&format!("document.querySelector('#{figure} canvas').clientWidth"));
        let budget = load::read(budget().as_bytes()).expect("the page's own budget is sound").budget;
        let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
        let figure = figures(&budget, &self.choices(), locale)
            .into_iter()
            .find(|f| f.id == figure)
            .expect("the budget has this figure");
        scene(&figure, locale, ChartSize { width: width.as_f64().expect("a width"), font_size: 14.0 })
    }

    /// What the page's address asks of the figures.
    fn choices(&self) -> Query {
        let mut query = Query::default();
        for name in param::ALL {
            let value = self.run("return new URLSearchParams(location.search).get(arguments[0]) || ''", name);
            query.set(Param::new(name, value.as_str().unwrap_or_default()));
        }
        query
    }

    /// The pixels of a figure's canvas at these places of its scene.
    pub fn pixels(&self, figure: &str, places: &[Point]) -> Vec<Pixel> {
        // Read from a copy: reading a canvas often makes the browser move it, and say so.
        let script = "
            const [figure, places] = arguments[0];
            const canvas = document.querySelector(`#${figure} canvas`);
            const scale = canvas.width / canvas.clientWidth;
            const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            copy.canvas.width = places.length;
            places.forEach(([x, y], i) => copy.drawImage(canvas, Math.round(x * scale), Math.round(y * scale), 1, 1, i, 0, 1, 1));
            return places.map((_, i) => [...copy.getImageData(i, 0, 1, 1).data]);";
        let places: Vec<_> = places.iter().map(|place| [place.x, place.y]).collect();
        serde_json::from_value(self.run(script, json!([figure, places]))).expect("pixels are numbers")
    }

    /// One pixel of a figure's canvas.
    pub fn pixel(&self, figure: &str, place: Point) -> Pixel {
        self.pixels(figure, &[place])[0]
    }

    /// Waits until a pixel of a figure's canvas is as opaque as this.
    #[track_caller]
    pub fn wait_for_opacity(&self, figure: &str, place: Point, opacity: u8) {
        self.wait_until(&format!("{figure} to have the opacity {opacity} at {place:?}"), || {
            self.pixel(figure, place)[3].abs_diff(opacity) < 3
        });
    }

    /// The colour that the page's style gives to series `i` now.
    pub fn series(&self, i: usize) -> Pixel {
        self.series_of("canvas", i)
    }

    /// The colour that the page's style gives to series `i` in an element now.
    pub fn series_of(&self, selector: &str, i: usize) -> Pixel {
        self.colour(selector, &format!("--series-{i}"))
    }

    fn colour(&self, selector: &str, name: &str) -> Pixel {
        let colour = self.style(selector, name);
        let parts = u32::from_str_radix(colour.trim_start_matches('#'), 16)
            .unwrap_or_else(|_| panic!("{colour} is no #rrggbb"));
        let [_, red, green, blue] = parts.to_be_bytes();
        [red, green, blue, 255]
    }

    /// Fails unless every filled mark of the figure's scene shows its series' colour.
    #[track_caller]
    pub fn has_ink_where_the_scene_says(&self, figure: &str) {
        let marks = filled(&self.scene(figure));
        assert!(!marks.is_empty(), "{figure} draws nothing");
        // Beyond the series there is one colour: the rest's, and last year's.
        let colours: Vec<_> = (0..7).map(|i| self.series(i)).chain([self.colour("canvas", "--rest")]).collect();
        let places: Vec<_> = marks.iter().map(|(_, rect)| inside(*rect)).collect();
        for ((series, rect), pixel) in marks.iter().zip(self.pixels(figure, &places)) {
            assert_eq!(pixel, colours[(*series).min(7)], "{figure}, series {series}, {rect:?}");
        }
    }
}

/// The filled rectangles of a scene with their series.
pub fn filled(scene: &Scene) -> Vec<(usize, Rect)> {
    let rect = |mark: &Mark| match (mark.role, &mark.shape) {
        (Role::Series(series), Shape::Rect(rect, _)) => Some((series, *rect)),
        _ => None,
    };
    scene.marks.iter().filter_map(rect).collect()
}

/// A place inside a bar's upper left corner: off its rounded edge and above the words on it.
pub fn inside(rect: Rect) -> Point {
    Point { x: rect.x + (rect.width / 2.0).min(5.0), y: rect.y + (rect.height / 2.0).min(4.0) }
}
