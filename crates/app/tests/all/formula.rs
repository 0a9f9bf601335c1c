//! A function is typed: the right picture, or clear words about the right place.

use crate::support::{Page, assert_says, values_at};
use downhill_app::told::answers::{self, Drawing, DrawnPlot};
use downhill_view::canvas::image::Image;
use downhill_view::options::show::View;
use std::collections::HashSet;
use std::f64::consts::PI;

/// The values that the axes give to the points of some marks, if they lie inside.
fn values(drawing: &Drawing, chosen: impl Fn(&answers::DrawnMark) -> bool) -> Vec<Vec<(f64, f64)>> {
    let plot = drawing.plot.as_ref().unwrap();
    let inside = |(x, y): &(f64, f64)| {
        let ((left, top), (right, bottom)) = (plot.from, plot.to);
        *x > left + 1.0 && *x < right - 1.0 && *y > top + 1.0 && *y < bottom - 1.0
    };
    let marks = drawing.marks.iter().filter(|mark| mark.kind == "line" && chosen(mark));
    let points = marks.map(|mark| mark.points.iter().copied().filter(inside));
    points.map(|points| points.map(|at| values_at(plot, at)).collect()).collect()
}

/// The pieces of the curve.
fn curve(drawing: &Drawing) -> Vec<Vec<(f64, f64)>> {
    values(drawing, |mark| mark.sign == "ink" && mark.size == 2.5)
}

/// Whether all that is drawn of a curve is f, to a fraction of a pixel.
fn check_curve(text: &str, f: fn(f64) -> f64, drawing: &Drawing) {
    let plot = drawing.plot.as_ref().unwrap();
    let pixel = (plot.x.1 - plot.x.0) / (plot.to.0 - plot.from.0);
    let level = (plot.y.1 - plot.y.0) / (plot.to.1 - plot.from.1);
    let points = curve(drawing).concat();
    assert!(points.len() > 50, "{text}: a curve of {} points", points.len());
    for (at, drawn) in points {
        let all = [-0.1, 0.0, 0.1].map(|off| f(at + off * pixel));
        let near: Vec<f64> = all.into_iter().filter(|value| value.is_finite()).collect();
        assert!(!near.is_empty(), "{text}: drawn at {at}, where there is no value");
        // Where it begins, it may be as steep as it likes.
        if near.len() < all.len() {
            continue;
        }
        let low = near.iter().copied().fold(f64::MAX, f64::min) - 0.2 * level;
        let high = near.iter().copied().fold(f64::MIN, f64::max) + 0.2 * level;
        assert!((low..high).contains(&drawn), "{text}: {drawn} at {at}, not {near:?}");
    }
}

/// Whether the map is the lighter the higher f is, and shows the same where it has no value.
fn check_map(text: &str, f: fn(f64, f64) -> f64, plot: &DrawnPlot, image: &Image) {
    let (columns, rows) = (image.columns, image.rows);
    let cell = |column: usize, row: usize| &image.rgba[4 * (row * columns + column)..][..4];
    // Contour lines are darker than the ground: the lightest pixel near by is ground.
    let light = |column: usize, row: usize| {
        let near =
            (row - 3..=row + 3).flat_map(|row| (column - 3..=column + 3).map(move |it| (it, row)));
        let sums =
            near.map(|(column, row)| cell(column, row)[..3].iter().map(|it| u32::from(*it)).sum());
        sums.max().unwrap_or(0u32)
    };
    let at = |place: usize, count: usize, (low, high): (f64, f64)| {
        low + (high - low) * (place as f64 + 0.5) / count as f64
    };
    let height = |column: usize, row: usize| {
        f(at(column, columns, plot.x), at(rows - 1 - row, rows, plot.y))
    };
    let mut places = Vec::new();
    for row in (8..rows - 8).step_by(9) {
        for column in (8..columns - 8).step_by(9) {
            let corners = [(-6, -6), (6, -6), (-6, 6), (6, 6), (0, 0)].map(
                |(right, down): (isize, isize)| {
                    height(column.saturating_add_signed(right), row.saturating_add_signed(down))
                },
            );
            let here = height(column, row);
            if corners.iter().all(|it| it.is_finite()) {
                assert_eq!(cell(column, row)[3], 255, "{text}: nothing at {column}, {row}");
                places.push((here, light(column, row)));
            } else if corners.iter().all(|it| it.is_nan()) {
                assert_eq!(cell(column, row)[3], 0, "{text}: drawn where there is no value");
            }
        }
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(places.len() > 100, "{text}: {} places", places.len());
    let shades: HashSet<u32> = places.iter().map(|place| place.1).collect();
    assert!(shades.len() > 10, "{text}: {} shades", shades.len());
    // Twice as many ranks apart as a pixel's neighbours may be.
    let apart = places.len() / 12;
    for (low, high) in places.iter().zip(&places[apart..]) {
        assert!(low.1 <= high.1 + 24, "{text}: {low:?} is lighter than {high:?}");
    }
}

/// A page on which a formula has been typed.
fn typed(page: &mut Page, text: &str) {
    assert_eq!(answers::check(&page.app, text), None, "{text}");
    page.set("function", text);
    assert_eq!(page.control("function"), text.trim());
}

#[test]
fn fifty_formulas_of_one_variable_give_the_right_curve() {
    let mut page = Page::open("function=square");
    type Curve<'a> = (&'a str, fn(f64) -> f64);
    let formulas: [Curve; 55] = [
        ("x", |x| x),
        ("5", |_| 5.0),
        ("x^2 + sin(3x)", |x| x * x + (3.0 * x).sin()),
        ("2x e^(-x^2)", |x| 2.0 * x * (-x * x).exp()),
        ("|x|", |x| x.abs()),
        ("max(0, 1-x)", |x| (1.0 - x).max(0.0)),
        ("x^x", |x| if x > 0.0 { x.powf(x) } else { f64::NAN }),
        ("-x^2", |x| -x * x),
        ("2^3^2 + x", |x| 512.0 + x),
        ("x**3 - 3x", |x| x.powi(3) - 3.0 * x),
        ("x² − 2·x + 1", |x| (x - 1.0).powi(2)),
        ("x⁻²", |x| x.powi(-2)),
        ("1/x", |x| 1.0 / x),
        ("1/2x", |x| x / 2.0),
        ("sqrt(x)", |x| x.sqrt()),
        ("√(x + 2)", |x| (x + 2.0).sqrt()),
        ("cbrt(x)", |x| x.cbrt()),
        ("ln(x)", |x| x.ln()),
        ("log(x)", |x| x.log10()),
        ("lg x + log2(x)", |x| x.log10() + x.log2()),
        ("exp(x/2)", |x| (x / 2.0).exp()),
        ("e^-x", |x| (-x).exp()),
        ("2^x", |x| x.exp2()),
        ("sin x cos x", |x| x.sin() * x.cos()),
        ("sin^2 x", |x| x.sin().powi(2)),
        ("cos 2 pi x", |x| (2.0 * PI * x).cos()),
        ("πx", |x| PI * x),
        ("tan(x)", |x| x.tan()),
        ("cot x + sec x + csc x", |x| 1.0 / x.tan() + 1.0 / x.cos() + 1.0 / x.sin()),
        ("arcsin(x/6)", |x| (x / 6.0).asin()),
        ("acos(x/6) + arctan x", |x| (x / 6.0).acos() + x.atan()),
        ("sinh(x) - cosh(x/2)", |x| x.sinh() - (x / 2.0).cosh()),
        ("tanh(x)", |x| x.tanh()),
        ("arsinh x", |x| x.asinh()),
        ("arcosh(x) + artanh(x/6)", |x| x.acosh() + (x / 6.0).atanh()),
        ("floor(x) + ceil(x/2)", |x| x.floor() + (x / 2.0).ceil()),
        ("round(x)", |x| x.round()),
        ("sign(x) x", |x| x.abs()),
        ("sigmoid(3x)", |x| 1.0 / (1.0 + (-3.0 * x).exp())),
        ("x<0 ? x^2 : x+2", |x| if x < 0.0 { x * x } else { x + 2.0 }),
        ("x^(2/3)", |x| x.cbrt() * x.cbrt()),
        ("t^2 - t", |t| t * t - t),
        ("f(x) = (x - 100)^2", |x| (x - 100.0) * (x - 100.0)),
        ("\\frac{1}{x}", |x| 1.0 / x),
        ("relu(x) + step(x - 1)", |x| x.max(0.0) + f64::from(u8::from(x > 1.0))),
        ("min(x, 1, x^2)", |x| x.min(1.0).min(x * x)),
        ("pow(x, 3)", |x| x.powi(3)),
        ("[1 + x]{x - 2}", |x| (1.0 + x) * (x - 2.0)),
        ("| |x| - 2 |", |x| (x.abs() - 2.0).abs()),
        (".5x + 1e-1", |x| x / 2.0 + 0.1),
        ("  x^2  ", |x| x * x),
        ("X^2 + SIN(X)", |x| x * x + x.sin()),
        ("xsin(x) + expx", |x| x * x.sin() + x.exp()),
        ("((((((x))))))", |x| x),
        (&["x^2", &" + 1".repeat(99)].concat(), |x| x * x + 99.0),
    ];
    for (text, f) in formulas {
        typed(&mut page, text);
        let [x] = page.place()[..] else { panic!("{text}: one variable") };
        let (value, expected) = (page.reading("height"), f(x));
        assert!((value - expected).abs() < 1e-12 * expected.abs().max(1.0), "{text} at {x}");
        check_curve(text, f, &page.marks(View::Curve));
    }
}

#[test]
fn formulas_of_two_variables_give_the_right_map() {
    let mut page = Page::open("function=square");
    type Surface<'a> = (&'a str, fn(f64, f64) -> f64);
    let formulas: [Surface; 11] = [
        ("x^2 - y^2", |x, y| x * x - y * y),
        ("(1-x)^2 + 100(y-x^2)^2", |x, y| (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2)),
        ("xy", |x, y| x * y),
        ("x1^2 + 2x2^2", |x, y| x * x + 2.0 * y * y),
        ("x₁ sin(x₂)", |x, y| x * y.sin()),
        ("ln(x y)", |x, y| (x * y).ln()),
        ("1/(x^2 + y^2)", |x, y| 1.0 / (x * x + y * y)),
        ("sqrt(9 - x^2 - y^2)", |x, y| (9.0 - x * x - y * y).sqrt()),
        ("max(|x|, |y|)", |x, y| x.abs().max(y.abs())),
        ("y^2", |_, y| y * y),
        ("e^(-x^2-y^2) + x/5", |x, y| (-x * x - y * y).exp() + x / 5.0),
    ];
    for (text, f) in formulas {
        typed(&mut page, text);
        let [x, y] = page.place()[..] else { panic!("{text}: two variables") };
        let (value, expected) = (page.reading("height"), f(x, y));
        assert!((value - expected).abs() < 1e-12 * expected.abs().max(1.0), "{text} at {x}, {y}");
        check_map(text, f, &page.marks(View::Map).plot.unwrap(), &page.image(View::Map));
    }
}

#[test]
fn sixty_others_give_clear_words_about_the_right_place_and_the_experiment_stays() {
    let mut page = Page::open("function=x%5E2-3x&start=3&learning_rate=0.1");
    page.step(1);
    let (before, query) = (page.snapshot(), page.query());
    let mistakes: [(&str, &str, &str); 65] = [
        ("", " ", "Type a formula"),
        ("(x + 1", "(", "not closed"),
        ("x + 1)", ")", "never opened"),
        ("((x)", "(", "not closed"),
        ("(x]", "]", "another kind"),
        ("()", "()", "nothing between"),
        ("|x", "|", "not closed"),
        ("sin(x", "(", "not closed"),
        ("max(x, 1", "(", "not closed"),
        ("x^", "^", "exponent"),
        ("x^^2", "^", "exponent"),
        ("(x^)", "^", "exponent"),
        ("x +", " ", "missing at the end"),
        ("x -", " ", "missing at the end"),
        ("3 *", " ", "missing at the end"),
        ("x /", " ", "missing at the end"),
        ("* x", "*", "Before this “*”"),
        ("/ x", "/", "Before this “/”"),
        ("x + * 2", "*", "Before this “*”"),
        ("1/0", "0", "divides by zero"),
        ("x/(1-1)", "(1-1)", "divides by zero"),
        ("x + sqrt(-1)", "sqrt(-1)", "has no value"),
        ("ln(0) x", "ln(0)", "ln(0) is too large"),
        ("10^400 x", "10^400", "too large"),
        ("1e999", "1e999", "too large"),
        (&["x", &"+x".repeat(4999), "+"].concat(), "x", "up to 500 characters; this one has 10"),
        (&[&"(".repeat(5000), "x", &")".repeat(5000)].concat(), "(", "up to 500 characters"),
        (&[&"(".repeat(200), "x", &")".repeat(200)].concat(), "(", "nested too deeply"),
        (&[&"-".repeat(200), "x"].concat(), "-", "nested too deeply"),
        ("sim(x)", "sim", "Is it sin?"),
        ("cosh(x) + tang(x)", "tang", "Is it tan"),
        ("foo(x)", "foo", "not known here"),
        ("z^2 + x", "z", "variables are x and y"),
        ("a x + b", "a", "not known here"),
        ("x + speed", "speed", "not known here"),
        ("х^2", "х", "another script"),
        ("x·α", "α", "not known here"),
        ("x + 変", "変", "another script"),
        ("س + 1", "س", "another script"),
        ("ｘ^2", "ｘ", "full-width"),
        ("x^２", "２", "full-width"),
        ("１ + x", "１", "full-width"),
        ("x＋1", "＋", "full-width"),
        ("x + ٣", "٣", "type 0 to 9"),
        ("x 2", "2", "number comes first"),
        ("2 3", "3", "Two numbers side by side"),
        ("x2 + y3", "y3", "power, y^3"),
        ("x1 + y", "y", "not both"),
        ("1.2.3 x", "1.2.", "one decimal point"),
        ("1,5 x", ",", "write a point"),
        ("(1,5) x", "(1,5)", "write a point"),
        (". + x", ".", "point alone"),
        ("x^2 + y^2 = 1", "=", "an equation"),
        ("x!", "!", "factorials"),
        ("5 % x", "%", "0.05"),
        ("x : 2", ":", "Write / to divide"),
        ("x >", " ", "missing at the end"),
        ("x $ 2", "$", "means nothing"),
        ("sin", "sin", "needs something to work on"),
        ("sin(x, 2)", "sin(x, 2)", "one argument"),
        ("max(x)", "max(x)", "two or more"),
        ("pow(x)", "pow(x)", "two arguments"),
        ("sin^-1 x", "sin^-1", "asin"),
        ("<script>alert(1)</script>", "<", "Before this comparison"),
        ("x 😀", "😀", "means nothing"),
    ];
    for (text, marked, told) in mistakes {
        let wrong =
            answers::check(&page.app, text).unwrap_or_else(|| panic!("{text} is no formula"));
        assert_says(&wrong.message, &[told]);
        let marks: String = text.chars().skip(wrong.from).take(wrong.to - wrong.from).collect();
        // Beyond the end there is a place to mark, and no character.
        let marks = if marks.is_empty() { " ".to_string() } else { marks };
        assert_eq!(marks, marked, "{text}");
        if !text.is_empty() {
            assert!(page.change(|app| app.set("function", text)).is_err(), "{text}");
        }
        assert_eq!((page.snapshot(), page.query()), (before.clone(), query.clone()), "{text}");
    }
}

#[test]
fn where_there_is_no_value_there_is_a_gap() {
    let mut page = Page::open("function=square");
    let mut pieces = |text: &str| {
        page.set("function", text);
        let pieces = curve(&page.marks(View::Curve)).into_iter();
        pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>()
    };
    let poles = pieces("1/x");
    assert_eq!(poles.len(), 2);
    for piece in poles {
        let right = piece[0].0 > 0.0;
        assert!(piece.iter().all(|(x, _)| (*x > 0.0) == right), "nothing joins the two");
    }
    for text in ["sqrt(x)", "ln(x)", "x^x"] {
        let all = pieces(text).concat();
        assert!(all.iter().all(|(x, _)| *x > -0.01), "{text}");
        assert!(all.iter().any(|(x, _)| *x < 0.1), "{text} begins where it begins");
    }
    assert!(pieces("tan(x)").len() >= 4);
}
