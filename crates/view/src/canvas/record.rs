//! Recording backend: draws on another one and lists its marks.

use crate::canvas::image::{Canvas, Image};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

/// One drawn mark, in the backend's own steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Kind of mark.
    pub kind: Kind,
    /// Colour.
    pub colour: [u8; 3],
    /// Opacity, 0 … 1.
    pub opacity: f64,
    /// Points: of a line, the corners of a polygon, the centre of a circle, the upper left and
    /// lower right corners of an image or a text.
    pub points: Vec<BackendCoord>,
    /// Width of a line, radius of a circle, or size of a text.
    pub size: f64,
    /// Words of a text.
    pub text: String,
}

/// Kind of a drawn mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line through points.
    Line,
    /// A filled polygon or rectangle.
    Polygon,
    /// A circle or a disc.
    Circle,
    /// A text.
    Text,
    /// An image, by its corners.
    Image,
}

/// Marks of a [`Recorder`]: shared, because plotters takes ownership of a backend.
pub type Marks = Rc<RefCell<Vec<Mark>>>;

/// Draws on another backend and, if asked to, records the marks.
pub struct Recorder<B> {
    inner: B,
    marks: Option<Marks>,
}

impl<B: Canvas> Recorder<B> {
    /// A recorder that writes to `marks`, if there are any.
    pub fn new(inner: B, marks: Option<Marks>) -> Recorder<B> {
        Recorder { inner, marks }
    }

    fn add(
        &mut self,
        kind: Kind,
        colour: BackendColor,
        size: f64,
        points: &[BackendCoord],
        text: &str,
    ) {
        if let Some(marks) = &self.marks {
            let (red, green, blue) = colour.rgb;
            marks.borrow_mut().push(Mark {
                kind,
                colour: [red, green, blue],
                opacity: colour.alpha,
                points: points.to_vec(),
                size,
                text: text.to_string(),
            });
        }
    }
}

type Done<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: Canvas> Canvas for Recorder<B> {
    fn image(&mut self, image: &Image, size: (i32, i32), from: BackendCoord) -> Done<B> {
        let black = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };
        let to = (from.0 + size.0, from.1 + size.1);
        self.add(Kind::Image, black, 0.0, &[from, to], "");
        self.inner.image(image, size, from)
    }
}

impl<B: Canvas> DrawingBackend for Recorder<B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Done<B> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Done<B> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done<B> {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done<B> {
        self.add(Kind::Line, style.color(), f64::from(style.stroke_width()), &[from, to], "");
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<B> {
        let corners = [from, (to.0, from.1), to, (from.0, to.1)];
        self.add(Kind::Polygon, style.color(), 0.0, &corners, "");
        self.inner.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<B> {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        self.add(Kind::Line, style.color(), f64::from(style.stroke_width()), &points, "");
        self.inner.draw_path(points, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done<B> {
        self.add(Kind::Circle, style.color(), f64::from(radius), &[center], "");
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done<B> {
        let points: Vec<BackendCoord> = vert.into_iter().collect();
        self.add(Kind::Polygon, style.color(), 0.0, &points, "");
        self.inner.fill_polygon(points, style)
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> Done<B> {
        if self.marks.is_some() {
            let size = self.inner.estimate_text_size(text, style)?;
            self.add(Kind::Text, style.color(), style.size(), &text_box(size, style, pos), text);
        }
        self.inner.draw_text(&from_its_side(text), style, pos)
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        self.inner.estimate_text_size(text, style)
    }
}

/// A text of a script that goes from right to left, begun at its own right side: on a picture left
/// and right are those of its axes.
fn from_its_side(text: &str) -> Cow<'_, str> {
    let from_the_right = |it: char| matches!(it, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    match text.contains(from_the_right) {
        // Unicode's isolate, and its end.
        true => format!("\u{2067}{text}\u{2069}").into(),
        false => text.into(),
    }
}

/// Upper left and lower right corner of a text's bounding box.
fn text_box<T: BackendTextStyle>(
    (width, height): (u32, u32),
    style: &T,
    (x, y): BackendCoord,
) -> [BackendCoord; 2] {
    let (width, height) = (width as i32, height as i32);
    let left = match style.anchor().h_pos {
        HPos::Left => 0,
        HPos::Center => -width / 2,
        HPos::Right => -width,
    };
    let top = match style.anchor().v_pos {
        VPos::Top => 0,
        VPos::Center => -height / 2,
        VPos::Bottom => -height,
    };
    let turned = |x, y| style.transform().transform(x, y);
    let (a, b) = (turned(left, top), turned(left + width, top + height));
    [(x + a.0.min(b.0), y + a.1.min(b.1)), (x + a.0.max(b.0), y + a.1.max(b.1))]
}
