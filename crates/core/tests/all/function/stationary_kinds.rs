//! Kinds of functions in which a search is easily deceived: each with places that are known.

use downhill_core::function::Function;
use downhill_core::function::curve::Derivative;
use downhill_core::function::stationary::{Kind, Lowest, Point, Search};
use downhill_core::numeric::math;
use downhill_core::numeric::rng::{Rng, Stream};

type Window = (f64, f64);

/// A formula with its places: x, 1 a minimum or −1 a maximum, whether at a kink.
type Marked = (&'static str, &'static [(f64, i8, bool)]);

fn search(formula: &str, window: &[Window]) -> Search {
    let function = Function::from_id(formula).unwrap();
    let mut search = Search::new(&function, window);
    while !search.advance(2000) {}
    search
}

/// All points but those of the edges.
fn inside(formula: &str, window: &[Window]) -> Vec<Point> {
    let points = search(formula, window).points().to_vec();
    points.into_iter().filter(|it| it.kind != Kind::EdgeMinimum).collect()
}

/// Minimum, maximum or anything else.
fn turn(kind: Kind) -> i8 {
    match kind {
        Kind::GlobalMinimum | Kind::LocalMinimum => 1,
        Kind::Maximum => -1,
        _ => 0,
    }
}

fn within(rng: &mut Rng, (low, high): Window) -> f64 {
    low + (high - low) * rng.unit()
}

/// So many numbers in a window, off its edges, at least a thousandth of it apart; sorted.
fn apart(rng: &mut Rng, window: Window, count: usize) -> Vec<f64> {
    let width = window.1 - window.0;
    let mut numbers: Vec<f64> = Vec::new();
    while numbers.len() < count {
        // Often close to one that is there.
        let number = match numbers.last() {
            Some(last) if rng.unit() < 0.3 => last + width * (0.001 + 0.004 * rng.unit()),
            _ => within(rng, window),
        };
        let is_inside = (window.0 + 0.01 * width..window.1 - 0.01 * width).contains(&number);
        if is_inside && numbers.iter().all(|other| (other - number).abs() >= 0.001 * width) {
            numbers.push(number);
        }
    }
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// A polynomial as it is typed, from its coefficients: the constant first.
fn polynomial(coefficients: &[f64]) -> String {
    let terms = coefficients.iter().enumerate().map(|(power, it)| format!("({it:e})x^{power}"));
    terms.collect::<Vec<_>>().join(" + ")
}

fn value(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, it| sum * x + it)
}

#[test]
fn all_stationary_points_of_expanded_polynomials_are_found_and_no_others() {
    const WINDOWS: [Window; 4] = [(-5.0, 5.0), (-2.0, 2.0), (0.0, 1.0), (-3.0, 8.0)];
    let mut rng = Rng::new(24, Stream::Data);
    let (mut places, mut worst, mut failed) = (0, 0.0f64, Vec::new());
    for index in 0..500 {
        let window = WINDOWS[index % WINDOWS.len()];
        let count = 1 + rng.below(6);
        let roots = apart(&mut rng, window, count);
        let mut slope = vec![
            math::power_of_ten(rng.below(7) as i32 - 3) * if rng.unit() < 0.5 { -1.0 } else { 1.0 },
        ];
        for root in &roots {
            let mut next = vec![0.0; slope.len() + 1];
            for (power, it) in slope.iter().enumerate() {
                next[power + 1] += it;
                next[power] -= root * it;
            }
            slope = next;
        }
        let mut whole = vec![0.0];
        whole.extend(slope.iter().enumerate().map(|(power, it)| it / (power + 1) as f64));
        if rng.unit() < 0.7 {
            whole[0] = -value(&whole, roots[rng.below(roots.len())]);
        }
        let formula = polynomial(&whole);
        let mut found = inside(&formula, &[window]);
        found.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
        let rising = value(&slope, window.0) < 0.0;
        let fits = found.len() == roots.len()
            && found.iter().zip(&roots).enumerate().all(|(index, (point, root))| {
                let error = (point.x[0] - root).abs() / (window.1 - window.0);
                worst = worst.max(error);
                let expected = if (index % 2 == 0) == rising { 1 } else { -1 };
                // A tenth of the least distance: the rounded coefficients move it, too.
                error < 1e-4 && turn(point.kind) == expected && !point.kink && !point.jump
            });
        places += roots.len();
        if !fits {
            failed.push(format!("{formula} on {window:?}: {roots:?}\n{found:?}"));
        }
    }
    eprintln!("{places} places of 500 polynomials, within {worst:.1e} of the width");
    assert!(failed.is_empty(), "{} failed: {:#?}", failed.len(), &failed[..failed.len().min(3)]);
}

#[test]
fn all_corners_of_piecewise_linear_functions_are_found_and_no_others() {
    let (window, mut rng) = ((-5.0, 5.0), Rng::new(25, Stream::Data));
    let mut failed = Vec::new();
    for index in 0..100 {
        let count = 1 + rng.below(6);
        let corners = apart(&mut rng, window, count);
        let scale = math::power_of_ten(rng.below(7) as i32 - 3);
        let bends: Vec<f64> = corners
            .iter()
            .map(|_| scale * (0.1 + rng.unit()) * if rng.unit() < 0.5 { -1.0 } else { 1.0 })
            .collect();
        let tilt = scale * rng.symmetric(1.0);
        let mut formula = format!("({tilt:e})x");
        for (corner, bend) in corners.iter().zip(&bends) {
            // As one writes it: as an absolute value or with max.
            formula += &match index % 3 {
                0 => format!(" + ({bend:e})|x - ({corner:e})|"),
                1 => format!(" + ({:e})max(0, x - ({corner:e}))", 2.0 * bend),
                _ => format!(" + ({:e})relu(x - ({corner:e}))", 2.0 * bend),
            };
        }
        // A height of 0 at one of them.
        let at = corners[rng.below(count)];
        formula += &format!(" - ({:e})", Function::from_id(&formula).unwrap().value(&[at]));
        let function = Function::from_id(&formula).unwrap();
        let slope = |x: f64| {
            let mut slope = [0.0];
            function.value_and_gradient(&[x], &mut slope);
            slope[0]
        };
        let mut found = inside(&formula, &[window]);
        found.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
        let fits = found.len() == count
            && found.iter().zip(&corners).all(|(point, corner)| {
                let expected = match (slope(corner - 0.004), slope(corner + 0.004)) {
                    (left, right) if left < 0.0 && right > 0.0 => 1,
                    (left, right) if left > 0.0 && right < 0.0 => -1,
                    _ => 0,
                };
                (point.x[0] - corner).abs() < 1e-10 && point.kink && turn(point.kind) == expected
            });
        if !fits {
            failed.push(format!("{formula}: {corners:?}\n{found:?}"));
        }
    }
    assert!(failed.is_empty(), "{} failed: {:#?}", failed.len(), &failed[..failed.len().min(3)]);
}

#[test]
#[rustfmt::skip]
fn degenerate_points_in_two_variables_have_no_wrong_kind() {
    // At (0, 0): 1 a minimum, −1 a maximum, 0 neither.
    let cases: [(&str, i8); 101] = [
        ("x^3 + y^3", 0), ("x^4 + y^3", 0), ("x^2 y^2", 1), ("|x y|", 1), ("(y - x^2)(y - 3x^2)", 0),
        ("x^4 + y^4", 1), ("x^4 - y^4", 0), ("-x^4 - y^4", -1), ("x^2 + y^4", 1), ("x^2 - y^4", 0),
        ("-x^2 + y^4", 0), ("x^2 + y^3", 0), ("x^2 + y^10", 1), ("1 + x^10 + y^10", 1), ("1 + x^2 - y^10", 0),
        ("x^3 - 3x y^2", 0), ("x^2 y", 0), ("x y (x + y)", 0), ("(x^2 + y^2)^2", 1), ("-(x^2 y^2)", -1),
        ("(y - x^2)(y - 2x^2)", 0), ("(y - x^2)^2", 1), ("x^4 + y^4 - 4x^2 y^2", 0), ("x^4 + y^4 - x^2 y^2", 1),
        ("x^4 - 6x^2 y^2 + y^4", 0), ("(x - y)^4 + (x + y)^2", 1), ("x^6 + y^6", 1), ("-x^6 - y^4 + 7", -1),
        ("x^5 y - x y^5", 0), ("x^2 |y|", 1), ("|x| |y| + x^4", 1), ("x^4 + x^2 y^2 + y^4", 1), ("x^2 + x y^2", 0),
        ("x^2 + x y^2 + y^4", 1), ("x^2 - 2x y^2 + y^4 - y^5", 0), ("x^5 + y^2", 0), ("x^5 + y^5", 0),
        ("-(x^2) y^4", -1), ("x^4 y^2", 1), ("cos(x^2 + y^2)", -1), ("1 - cos(x y)", 1), ("x^3 y", 0),
        ("e^(x^4 + y^4)", 1), ("x^2 - 3x y^2 + 2y^4", 0),
        ("(y - x^2)*(y - 3*x^2)", 0), ("2x^4 - 3x^2 y + y^2", 0), ("(y - x^3)(y - 2x^3)", 0), ("(y - x^2)(y - x^2 - x^4)", 0),
        ("(y - x^2)^2 + x^5", 0), ("(y - x^2)^2 - x^6", 0), ("(y - x^2)^2 + x^6", 1),
        ("|x| - y^2", 0), ("|x| - |y|", 0), ("x^2 - |y|", 0), ("|x| y^2", 1), ("|x y| + y^2", 1), ("|x|^3 - |y|^3", 0), ("x |y|", 0),
        ("x^3 + y^5", 0), ("x^7 + y^7", 0), ("x^2 + y^20", 1), ("x^20 + y^20", 1), ("x^8 - y^8", 0), ("-(x^4) y^2", -1), ("(x y)^4", 1),
        ("x^4 + x^3 y + y^4", 1), ("x^4 + 3x^3 y + y^4", 0), ("x^2 y + y^3", 0), ("x^2 y + y^2", 0), ("x^3 + x y^2", 0),
        ("x^2 + 2x y + y^2 - x^4", 0), ("x^2 + 2x y + y^2 + x^4", 1), ("x^2 + 2x y + y^2 + x^3", 0), ("sqrt(x^4 + y^4)", 1), ("(x^2 + y^2)^(3/2)", 1),
        ("cosh(x)cosh(y) - 1", 1), ("x - sin(x) + y^2", 0), ("tanh(x^3) + tanh(y^3)", 0), ("ln(1 + x^4 + y^4)", 1), ("min(x^2, y^2)", 1),
        ("x^2 y^2 + y^3", 0), ("x^2 y^2 + y^3", 0), ("x^4 y^2 + y^3", 0), ("x^2 y^2 + x^3", 0), ("x^2 y^2 - y^3", 0), ("x^2 y^4 + y^5", 0), ("(x^2 + y) y^2", 0), ("y^2 (x^4 + y)", 0), ("y^2 (x^2 + y^3)", 0), ("x^2 (y^2 - x)", 0), ("2x^2 y^2 + 3y^3", 0),
        ("(y - x^3)^2 + x^8", 1), ("(y - x^3)^2 + x^8", 1), ("(y - x^2)^2 + x^8", 1), ("(x - y^3)^2 + y^8", 1), ("(y - x^3)^2 + x^6", 1), ("-(y - x^3)^2 - x^8", -1), ("(y - x^3)^2 - x^8", 0), ("(y - x^4)^2 + x^6", 1), ("(y + x^2 - x^3)^2 + x^6", 1), ("-(x + y^2)^2 - y^8", -1),
    ];
    let (mut uncertain, mut wrong) = (Vec::new(), Vec::new());
    for (index, (formula, expected)) in cases.into_iter().enumerate() {
        // As it stands, and moved off the round numbers.
        for (x, y) in [(0.0, 0.0), (0.337, -0.21)] {
            let moved = formula.replace('x', &format!("(x - ({x}))")).replace('y', &format!("(y - ({y}))"));
            let window = if index % 2 == 0 { (-3.0, 3.0) } else { (-2.0, 1.5) };
            let points = inside(&moved, &[window; 2]);
            let height = Function::from_id(&moved).unwrap().value(&[x, y]);
            let near = |it: &&Point| (it.x[0] - x).abs().max((it.x[1] - y).abs()) < 0.015;
            // Another point of the same line stands for it.
            let along = |it: &&Point| it.along && (it.value - height).abs() < 1e-9;
            let mut found: Vec<_> = points.iter().filter(near).collect();
            if found.is_empty() {
                found = points.iter().filter(along).collect();
            }
            if found.iter().any(|it| it.kind == Kind::Uncertain) {
                uncertain.push(moved);
            } else if found.is_empty() || found.iter().any(|it| turn(it.kind) != expected) {
                wrong.push((moved, expected, points));
            }
        }
    }
    eprintln!("uncertain: {uncertain:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(uncertain.len() <= 5, "{uncertain:?}");
}

#[test]
#[rustfmt::skip]
fn a_minimum_is_found_whatever_the_height_of_the_curve() {
    let cases: &[(&str, &[(f64, i8)])] = &[
        ("x^2 - 6x + 9", &[(3.0, 1)]), ("x^4 - 2x^2 + 1", &[(-1.0, 1), (0.0, -1), (1.0, 1)]),
        ("x^3 - 12x + 16", &[(-2.0, -1), (2.0, 1)]), ("3x^4 - 4x^3 + 1", &[(0.0, 0), (1.0, 1)]),
        ("-x^2 + 6x - 9", &[(3.0, -1)]), ("|3x - 1|", &[(1.0 / 3.0, 1)]), ("|x - 0.5|", &[(0.5, 1)]),
        ("x^2 - 0.2x + 0.01", &[(0.1, 1)]), ("x^2 - 2/3 x + 1/9", &[(1.0 / 3.0, 1)]), ("x^2 + 1.4x + 0.49", &[(-0.7, 1)]),
        ("4x^2 - 12x + 9", &[(1.5, 1)]), ("x^3 - 3x + 2", &[(-1.0, -1), (1.0, 1)]), ("1 - cos(x)", &[(-std::f64::consts::PI, -1), (0.0, 1), (std::f64::consts::PI, -1)]),
        ("|x^2 - 2|", &[(-std::f64::consts::SQRT_2, 1), (0.0, -1), (std::f64::consts::SQRT_2, 1)]), ("-|2x + 3|", &[(-1.5, -1)]),
        ("1e6 (x^2 - 6x + 9)", &[(3.0, 1)]), ("1e-9 (x^2 - 6x + 9)", &[(3.0, 1)]), ("e^x - x - 1", &[(0.0, 1)]),
        ("x^5 - 5x^4 + 10x^3 - 10x^2 + 5x - 1", &[(1.0, 0)]), ("x^3 - 3x^2 + 3x - 1", &[(1.0, 0)]),
    ];
    for (formula, expected) in cases {
        let mut found = inside(formula, &[(-5.0, 5.0)]);
        found.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
        assert_eq!(found.len(), expected.len(), "{formula}: {found:#?}");
        for (point, (x, kind)) in found.iter().zip(*expected) {
            assert!((point.x[0] - x).abs() < 1e-9 && turn(point.kind) == *kind, "{formula}: {point:?}");
            assert_eq!(point.kink, formula.contains('|') && turn(point.kind) != -1 || formula.starts_with("-|"), "{formula}: {point:?}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn a_saddle_of_oblique_kinks_has_a_mark() {
    let cases = [
        ("|x-y| - |x+y|", [0.0, 0.0]), ("2|x-y| - |x+3y|", [0.0, 0.0]), ("|x - (y-0.2)| - 2|x - 0.337 + y|", [0.0685, 0.2685]), ("max(x+y, -x-y) - |x-y-0.3|", [0.15, -0.15]),
        ("|x-2y| - |2x+y-0.5|", [0.2, 0.1]), ("-|x+0.3y| + |y-0.123|", [-0.0369, 0.123]), ("|x-1| - |y+1|", [1.0, -1.0]), ("|2x-y| - |x+y-0.9|", [0.3, 0.6]),
        ("max(x-y, y-x) + min(x+y, -x-y)", [0.0, 0.0]), ("sqrt((x-y)^2) - sqrt((x+y-1)^2)", [0.5, 0.5]), ("|x+y| - (x-y)^2", [0.0, 0.0]), ("relu(x-y) + relu(y-x) - 3|x+y|", [0.0, 0.0]),
    ];
    for (formula, [x, y]) in cases {
        for window in [(-3.0, 3.0), (-2.0, 1.5)] {
            let points = inside(formula, &[window; 2]);
            let is_right = |it: &Point| it.kind == Kind::Saddle && (it.x[0] - x).abs().max((it.x[1] - y).abs()) < 1e-6;
            assert!(points.len() == 1 && is_right(&points[0]), "{formula}: {points:#?}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn what_underflows_has_one_mark() {
    let cases = [
        ("e^(-1/(x^2+y^2))", [0.0, 0.0], 1), ("e^(-1/((x-0.337)^2+(y+0.21)^2))", [0.337, -0.21], 1), ("-e^(-1/(x^2+y^2))", [0.0, 0.0], -1), ("x^70 + y^70", [0.0, 0.0], 1),
        ("e^(-1/(x^2+y^2)) + x^2", [0.0, 0.0], 1), ("e^(-1/x^2) + y^2", [0.0, 0.0], 1), ("e^(-1/(|x|+|y|))", [0.0, 0.0], 1), ("e^(-1/(x^2+y^2))(1+x^2)", [0.0, 0.0], 1),
        ("(x^2+y^2)^50", [0.0, 0.0], 1), ("x^60 + y^60", [0.0, 0.0], 1),
        ("3e^(-2/(x^2+2y^2))", [0.0, 0.0], 1), ("3e^(-2/((x-0.337)^2+2(y+0.21)^2))", [0.337, -0.21], 1), ("e^(-1/(2x^2+y^2))", [0.0, 0.0], 1), ("e^(-1/(x^2+y^2)^2)", [0.0, 0.0], 1),
        ("e^(-1/(x^2+y^2)) - y^2", [0.0, 0.0], 0), ("e^(-1/(x^2+y^2)) - y^4", [0.0, 0.0], 0), ("y^2 - e^(-1/x^2)", [0.0, 0.0], 0), ("y^2 - e^(-1/(x-0.337)^2)", [0.337, 0.0], 0), ("x^2 - e^(-2/y^2)", [0.0, 0.0], 0), ("e^(-1/x^2) + y^4", [0.0, 0.0], 1), ("y^3 + e^(-1/x^2)", [0.0, 0.0], 0),
    ];
    for (formula, [x, y], kind) in cases {
        for window in [(-3.0, 3.0), (-2.0, 1.5), (-5.0, 5.0)] {
            let points = inside(formula, &[window; 2]);
            // A level place that is larger than a cell is flat.
            let fits = |it: &Point| turn(it.kind) == kind || kind != 0 && it.kind == Kind::Flat && it.value == 0.0;
            let near = |it: &Point| (it.x[0] - x).abs().max((it.x[1] - y).abs()) < 0.05;
            assert!(points.len() == 1 && fits(&points[0]) && near(&points[0]), "{formula} {window:?}: {points:#?}");
        }
    }
}

#[test]
fn what_is_divided_by_rounding_has_few_marks() {
    for formula in [
        "1/(sin(x)^2 + cos(x)^2 - 1)",
        "1/((x+1)^2 - x^2 - 2x - 1)",
        "x/(cosh(x)^2 - sinh(x)^2 - 1)",
        "1/(cosh(2x) - 2sinh(x)^2 - 1)",
        "1/(tanh(x)^2 + 1/cosh(x)^2 - 1)",
        "1/(cos(2x) - 1 + 2sin(x)^2)",
        "1/(ln(e^x) - x)",
        "1/(ln(x^2) - 2ln|x|)",
        "1/(e^x e^(-x) - 1)",
        "x^2/((x+1)(x-1) - x^2 + 1)",
        "(sin(x)^2 + cos(x)^2 - 1)^(-1/3)",
        "(sin(x)^2 + cos(x)^2 - 1)^(-2)",
        "1/sqrt(sin(x)^2 + cos(x)^2 - 1)",
        "ln(sin(x)^2 + cos(x)^2 - 1)",
        "(x^2 - 1)/(0.1x + 0.2x - 0.3x)",
        "1/(tan(x)cos(x) - sin(x))",
        "1/(x - x)",
        "1/(sin(x)^2 + cos(x)^2 - 1) + x^2",
    ] {
        for window in [(-2.0, 2.0), (-3.0, 3.0), (-5.0, 5.0)] {
            let points = inside(formula, &[window]);
            let few = &points[..3.min(points.len())];
            assert!(points.len() <= 2, "{formula}: {} {few:#?}", points.len());
        }
    }
}

#[test]
#[rustfmt::skip]
fn a_degenerate_point_is_told_in_a_wide_window_and_placed_to_its_digits() {
    // At (0, 0): 1 a minimum, −1 a maximum, 0 neither.
    let cases = [
        ("1 + x^2 - y^10", 0), ("(y-x^3)^2 + x^7", 0), ("(y-x^2)^2(x^2+y)", 0), ("1 + x^2 - y^14", 0), ("1 + x^4 - y^10", 0), ("2 - x^2 - y^12", -1),
        ("x^2 + x y^4 - y^10", 0), ("x^4 + x^2 y^2 - y^7", 0), ("y^2 + x^2 y - x^9", 0), ("(y-x^2)^2 + x^9", 0), ("(y-x^3)^2 - x^8", 0), ("(y-x^3)^2 + x^10", 1), ("7 + x^3 - y^11", 0), ("5 + x^2 + y^9", 0), ("(y-x^2)^2(y+2x)", 0), ("(x-y)^2(x+2y)", 0),
    ];
    for (formula, kind) in cases {
        for half in [2.0, 10.0, 20.0] {
            let points = inside(formula, &[(-half, half); 2]);
            let at_zero = points.iter().find(|it| it.x == [0.0, 0.0]);
            let fits = at_zero.is_some_and(|it| turn(it.kind) == kind && it.kind != Kind::Uncertain);
            assert!(fits, "{formula} ±{half}: {points:#?}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn rays_of_equal_values_are_marked() {
    // Values of their minima and of their maxima; at (0, 0) there is no limit.
    let cases: &[(&str, &[f64], &[f64])] = &[
        ("(x^2-y^2)/(x^2+y^2)", &[-1.0], &[1.0]), ("x y/(x^2+y^2)", &[-0.5], &[0.5]), ("2x y/(x^2+y^2)", &[-1.0], &[1.0]), ("x^2/(x^2+y^2)", &[0.0], &[1.0]),
        ("(x+y)^2/(x^2+y^2)", &[0.0], &[2.0]), ("(x^2+4y^2)/(x^2+y^2)", &[1.0], &[4.0]), ("x^4/(x^4+y^2)", &[0.0], &[1.0]), ("(x^2-y^2)^2/(x^2+y^2)^2", &[0.0], &[1.0]),
        ("x y/sqrt(x^4+y^4)", &[-0.5f64.sqrt()], &[0.5f64.sqrt()]), ("x^2 y/(x^4+y^2)", &[-0.5, 0.0], &[0.0, 0.5]), ("x y^2/(x^2+y^4)", &[-0.5, 0.0], &[0.0, 0.5]), ("x^2 y/(x^2+y^2)", &[0.0], &[0.0]),
    ];
    for (formula, minima, maxima) in cases {
        for window in [(-3.0, 3.0), (-2.0, 1.5)] {
            let points = inside(formula, &[window; 2]);
            let told = |sign: i8| {
                let values = points.iter().filter(|it| turn(it.kind) == sign).map(|it| it.value);
                let mut values: Vec<f64> = values.map(|it| (it * 1e9).round() / 1e9 + 0.0).collect();
                values.sort_by(f64::total_cmp);
                values.dedup();
                values
            };
            let near = |a: &[f64], b: &[f64]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-8);
            let fits = near(&told(1), minima) && near(&told(-1), maxima);
            assert!(fits, "{formula} {window:?}: {points:#?}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn an_extreme_at_a_hole_is_marked() {
    let cases = [
        ("sin(x^2+y^2)/(x^2+y^2)", [0.0, 0.0], -1), ("sin(sqrt(x^2+y^2))/sqrt(x^2+y^2)", [0.0, 0.0], -1), ("10sin(sqrt((x-0.337)^2+(y+0.21)^2))/sqrt((x-0.337)^2+(y+0.21)^2)", [0.337, -0.21], -1), ("tanh(x^2+y^2)/(x^2+y^2)", [0.0, 0.0], -1),
        ("tan(x^2+y^2)/(x^2+y^2)", [0.0, 0.0], 1), ("(e^(x^2+y^2)-1)/(x^2+y^2)", [0.0, 0.0], 1), ("(1-cos(sqrt(x^2+y^2)))/(x^2+y^2)", [0.0, 0.0], -1), ("atan(x^2+y^2)/(x^2+y^2)", [0.0, 0.0], -1),
        ("ln(1+x^2+y^2)/(x^2+y^2)", [0.0, 0.0], -1), ("(x^4+y^4)/(x^2+y^2)", [0.0, 0.0], 1), ("(x^2+y^2)ln(x^2+y^2)", [0.0, 0.0], -1), ("sin(x)sin(y)/(x y)", [0.0, 0.0], -1),
    ];
    for (formula, [x, y], kind) in cases {
        for half in [1.0, 2.0, 3.0] {
            let points = inside(formula, &[(-half, half); 2]);
            let near: Vec<_> = points.iter().filter(|it| (it.x[0] - x).abs().max((it.x[1] - y).abs()) < 0.1).collect();
            let fits = near.len() == 1 && turn(near[0].kind) == kind && (near[0].x[0] - x).abs().max((near[0].x[1] - y).abs()) < 1e-7;
            assert!(fits, "{formula} ±{half}: {points:#?}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn a_line_of_equal_points_is_one_mark_however_it_is_curved() {
    let cases = [
        ("((x-1)^2 - (y+2))^2", 1), ("|x^2 + y^2 - 4|", 2), ("(x^2 + y^2 - 4)^2", 2), ("(y - sin(x))^2", 1), ("|y - sin(x)|", 1), ("-(y - x^3)^2", 1),
        ("(x^2 + 4y^2 - 4)^2", 2), ("((x^2 + y^2)^2 - 4(x^2 - y^2))^2", 3), ("(x^2 + y^2 - 4)^2 (x^2 + y^2 - 9)^2", 4), ("|sin(x)| + 0y", 7),
        ("(x - y)^2 + 1e6", 1), ("|x| + 0y", 1), ("0x + |y - 1|", 1), ("floor(x) + y^2", 10), ("sqrt(x^2 + y^2)", 1), ("(x^2 + y^2)^0.5", 1),
    ];
    for (formula, count) in cases {
        let points = inside(formula, &[(-5.0, 5.0); 2]);
        // Where a jump meets the valley, f is neither.
        let marks = points.iter().filter(|it| it.kind != Kind::Flat);
        assert_eq!(marks.count(), count, "{formula}: {points:#?}");
    }
}

#[test]
#[rustfmt::skip]
fn what_rounding_hides_is_told_from_where_it_does_not() {
    use std::f64::consts::{FRAC_PI_2, PI};
    let cases: &[Marked] = &[
        ("sqrt(x^2 - 2x + 1)", &[(1.0, 1, true)]), ("sqrt(x^2 - 6x + 9)", &[(3.0, 1, true)]), ("(x^2 - 6x + 9)^(1/2)", &[(3.0, 1, true)]),
        ("sqrt(x^2 - x + 0.25)", &[(0.5, 1, true)]), ("sqrt(x^4 - 2x^2 + 1)", &[(-1.0, 1, true), (0.0, -1, false), (1.0, 1, true)]),
        ("-sqrt(x^2 + 2x + 1)", &[(-1.0, -1, true)]), ("sqrt(1 - cos(x))", &[(-PI, -1, false), (0.0, 1, true), (PI, -1, false)]), ("sqrt(cosh(x) - 1)", &[(0.0, 1, true)]),
        ("acos(cos(x))", &[(-PI, -1, true), (0.0, 1, true), (PI, -1, true)]), ("asin(cos(x))", &[(-PI, 1, true), (0.0, -1, true), (PI, 1, true)]),
        ("asin(sin(x))", &[(-3.0 * FRAC_PI_2, -1, true), (-FRAC_PI_2, 1, true), (FRAC_PI_2, -1, true), (3.0 * FRAC_PI_2, 1, true)]),
        ("(cos(x) - 1 + x^2/2)/x^4", &[(0.0, -1, false)]), ("(sin(x) - x)/x^3", &[(0.0, 1, false)]), ("(1 - cos(x))/x^2", &[(0.0, -1, false)]), ("(e^x - e^(-x) - 2x)/x^3", &[(0.0, 1, false)]),
        ("1/(1 - cos(x))", &[(-PI, 1, false), (PI, 1, false)]), ("-1/(x^2 - 2x + 1)", &[]), ("1/(x^2 - 2x + 1)", &[]), ("ln(1 - cos(x))", &[(-PI, -1, false), (PI, -1, false)]),
    ];
    for (formula, expected) in cases {
        let mut found = inside(formula, &[(-5.0, 5.0)]);
        found.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
        let fits = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(it, (x, kind, kink))| {
                (it.x[0] - x).abs() < 1e-6 && turn(it.kind) == *kind && it.kink == *kink
            });
        assert!(fits, "{formula}: {found:#?}");
    }
}

#[test]
#[rustfmt::skip]
fn what_is_constant_but_for_rounding_is_one_level_stretch() {
    let constant = [
        "sin(x)^2 + cos(x)^2 - 1", "sec(x)^2 - tan(x)^2", "exp(ln(x+3)) - x", "ln(e^(x^2)) - x^2", "sinh(x) - (e^x - e^(-x))/2", "cos(x)^2 - sin(x)^2 - cos(2x)",
        "sin(x)^2 + cos(x)^2", "cosh(x)^2 - sinh(x)^2", "ln(e^x) - x", "(x+1)^2 - x^2 - 2x", "(x+1)(x-1) - x^2",
        "sqrt(x^2) - |x|", "e^(x+1)/e^x", "tan(x)cos(x) - sin(x)", "(x^3-1) - (x-1)(x^2+x+1)", "cos(2x) - 1 + 2sin(x)^2",
        "0.1x + 0.2x - 0.3x", "sin(2x) - 2 sin(x)cos(x)", "5",
    ];
    for formula in constant {
        // Where hyperbolic functions keep their digits.
        let points = search(formula, &[(-2.0, 2.0)]).points().to_vec();
        assert_eq!(points.len(), 1, "{formula}: {points:#?}");
        assert_eq!((points[0].kind, &points[0].x[..]), (Kind::Flat, &[0.0][..]), "{formula}");
        assert!(points[0].lowest, "{formula}");
    }
    for (formula, count) in [("floor(x)", 11), ("sign(x)", 2), ("round(x)", 11), ("floor(x/2)", 6)] {
        let points = inside(formula, &[(-5.0, 5.0)]);
        let flat = points.iter().filter(|it| it.kind == Kind::Flat).count();
        // The last step of floor begins where the window ends.
        let ends = usize::from(formula == "floor(x)");
        assert_eq!((flat, points.len()), (count - ends, count - ends), "{formula}: {points:#?}");
        assert!(points.iter().any(|it| it.lowest), "{formula}: {points:#?}");
    }
    for formula in ["sin(x)^2 + cos(x)^2 + 0y", "(x+y)^2 - x^2 - 2x y - y^2", "3 + 0x + 0y"] {
        let points = search(formula, &[(-2.0, 2.0); 2]).points().to_vec();
        assert!(points.len() == 1 && points[0].kind == Kind::Flat, "{formula}: {points:#?}");
    }
}

#[test]
#[rustfmt::skip]
fn a_place_is_given_to_the_digits_that_it_has() {
    let cases: &[(&str, &[(f64, Kind)])] = &[
        ("x^40", &[(0.0, Kind::GlobalMinimum)]), ("x^60", &[(0.0, Kind::GlobalMinimum)]), ("-x^30", &[(0.0, Kind::Maximum)]),
        ("x^41", &[(0.0, Kind::Flat)]), ("(x-1)^40", &[(1.0, Kind::GlobalMinimum)]), ("x^400", &[(0.0, Kind::Flat)]),
        ("sin(x)/x", &[(-4.493409457909064, Kind::GlobalMinimum), (0.0, Kind::Maximum), (4.493409457909064, Kind::GlobalMinimum)]),
        ("(1 - cos(x))/x^2", &[(0.0, Kind::Maximum)]), ("tan(x/4)/x", &[(0.0, Kind::GlobalMinimum)]),
        ("|x-2| + x", &[(-1.5, Kind::Flat), (2.0, Kind::Kink)]), ("|x+1| - x", &[(-1.0, Kind::Kink), (2.0, Kind::Flat)]),
        ("max(x, 1)", &[(-2.0, Kind::Flat), (1.0, Kind::Kink)]), ("x|x|", &[(0.0, Kind::Flat)]), ("e^(-1/x^2)", &[(0.0, Kind::Flat)]),
    ];
    for (formula, expected) in cases {
        let mut found = inside(formula, &[(-5.0, 5.0)]);
        found.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
        let same = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(it, (x, kind))| (it.x[0] - x).abs() < 1e-12 && it.kind == *kind);
        assert!(same, "{formula}: {found:#?}");
    }
}

#[test]
#[rustfmt::skip]
fn nothing_is_the_lowest_where_the_curve_goes_lower() {
    let square = [(-5.0, 5.0); 2];
    let cases: &[(&str, Lowest)] = &[
        ("1/x", Lowest::Endless), ("ln(x)", Lowest::Endless), ("ln(|x - 1.7|)", Lowest::Endless), ("tan(x)", Lowest::Endless),
        ("-1/x^2", Lowest::Endless), ("x^2 - 1/(x-1)^2", Lowest::Endless), ("1/(x^2-4)", Lowest::Endless), ("x + 1/x", Lowest::Endless),
        ("1/sin(x)", Lowest::Endless), ("ln(x^2)/x^2", Lowest::Endless), ("-|x-1|^(-0.3)", Lowest::Endless),
        ("floor(x) - x + 0.11x^2", Lowest::Elsewhere), ("x^2 + sign(x)", Lowest::Elsewhere), ("|x| + 3step(x)", Lowest::Elsewhere),
        ("1/x^2", Lowest::Found), ("-ln(|x|)", Lowest::Found), ("sqrt(x)", Lowest::Found), ("x ln(x)", Lowest::Found), ("x^2", Lowest::Found),
        ("sqrt(|x|)", Lowest::Found), ("cbrt(x - 1)", Lowest::Found), ("sin(1/x)", Lowest::Found), ("x - floor(x)", Lowest::Found), ("-e^(-1e6x^2)", Lowest::Found),
        ("-1/(1 - cos(x))", Lowest::Endless), ("ln(x^2 - 2x + 1)", Lowest::Endless), ("-1/(x^2 - 2x + 1)", Lowest::Endless), ("e^(1/x)", Lowest::Found), ("1/floor(x)", Lowest::Found),
        ("sin(x)^2 + cos(x)^2 - 1", Lowest::Found), ("sqrt(x^2 - 2x + 1)", Lowest::Found), ("y^3 + 0x", Lowest::Found), ("|x-y| - |x+y|", Lowest::Found),
        ("floor(x) + y^2 - 2x", Lowest::Elsewhere),
        ("1/(x y)", Lowest::Endless), ("ln(x^2 + y^2)", Lowest::Endless), ("-1/(x^2 + y^2)", Lowest::Endless), ("ln|x - y|", Lowest::Endless),
        ("x^2 + y^2 - 1/|x|", Lowest::Endless), ("1/(x^2 + y^2)", Lowest::Found), ("sqrt(x^2 + y^2)", Lowest::Found), ("x^3 + y^3", Lowest::Found), ("-e^(-x^2 - y^2)", Lowest::Found),
    ];
    for (formula, expected) in cases {
        let dim = Function::from_id(formula).unwrap().dim();
        let search = search(formula, &square[..dim]);
        assert_eq!(search.lowest(), *expected, "{formula}: {:#?}", search.points());
        let named = search.points().iter().any(|it| it.lowest || it.kind == Kind::GlobalMinimum);
        assert_eq!(named, *expected == Lowest::Found, "{formula}: {:#?}", search.points());
    }
}

#[test]
#[rustfmt::skip]
fn a_kink_has_two_derivatives_and_a_jump_none() {
    use Derivative::{Jump, One, Oscillating, Shaking, Two, Upright};
    let cases: &[(&str, f64, Derivative)] = &[
        ("abs(x)", 0.0, Two([-1.0, 1.0])), ("|x-2| + x", 2.0, Two([0.0, 2.0])), ("x floor(x)", 2.0, Jump([2.0, 4.0])),
        ("relu(x)", 0.0, Two([0.0, 1.0])), ("max(x, 1-x)", 0.5, Two([-1.0, 1.0])), ("min(x^2, 2x)", 2.0, Two([4.0, 2.0])),
        ("3|x+1| - x^2", -1.0, Two([-1.0, 5.0])), ("sqrt(x^2)", 0.0, Two([-1.0, 1.0])), ("e^|x|", 0.0, Two([-1.0, 1.0])), ("|sin(x)|", 0.0, Two([-1.0, 1.0])),
        ("|x-1| + 0.001|x-2| + 50x^2", 2.0, Two([200.999, 201.001])), ("sign(x)", 0.0, Jump([-1.0, 1.0])), ("floor(x)", 3.0, Jump([2.0, 3.0])), ("step(x) + x", 0.0, Jump([0.0, 1.0])),
        ("|x|/x", 0.0, Jump([-1.0, 1.0])), ("{x<0: x^2, x}", 0.0, Two([0.0, 1.0])), ("{x<1: x^2, 2x-1}", 1.0, One), ("round(x)", 0.5, Jump([0.0, 1.0])), ("x floor(x)", 0.0, Two([-1.0, 0.0])),
        ("sqrt(|x|)", 0.0, Upright), ("cbrt(x)", 0.0, Upright), ("cbrt((x-1)^2)", 1.0, Upright), ("x^2", 0.0, One), ("x|x|", 0.0, One), ("|x|^3", 0.0, One),
        ("abs(x)", 1e-6, One), ("|x-2| + x", 2.001, One), ("sin(x)/x", 1e-9, One), ("tanh(1000x)", 0.0, One), ("x^40", 0.0, One),
        ("sin(x)^2 + cos(x)^2", 1.3, One), ("1e9 + x", 2.0, One), ("(x-1)^5", 1.0, One), ("1/(x+5.1)", 0.0, One),
        ("sin(1/x)", 0.0, Oscillating), ("cos(1/x)", 0.0, Oscillating), ("sin(1/x^2)", 0.0, Oscillating), ("2 sin(1/(x-1)) + x", 1.0, Oscillating), ("cos(2/x)", 0.0, Oscillating), ("x + sin(3/x)", 0.0, Oscillating),
        ("tan(1/x)", 0.0, Oscillating), ("cot(1/x)", 0.0, Oscillating), ("sec(1/x)", 0.0, Oscillating), ("tan(2/(x-1))", 1.0, Oscillating), ("tan(1/x)^2", 0.0, Oscillating),
        ("tan(1/x^2)", 0.0, Oscillating), ("sin(x) + tan(1/x)", 0.0, Oscillating), ("csc(3/x) + x", 0.0, Oscillating), ("1/sin(1/x)", 0.0, Oscillating), ("ln|sin(1/x)|", 0.0, Oscillating),
        ("|sin(1/x)|", 0.0, Oscillating), ("3 - cos(5/x)", 0.0, Oscillating), ("sin(1/x)/x", 0.0, Oscillating), ("sin(1/x)^2", 0.0, Oscillating), ("{x<0: x, sin(1/x)}", 0.0, Oscillating), ("e^sin(1/x)", 0.0, Oscillating), ("sin(1/(2x+3))", -1.5, Oscillating),
        ("x sin(1/x)", 0.0, Shaking), ("x cos(2/x) + 1", 0.0, Shaking), ("|x| sin(1/x)", 0.0, Shaking), ("sin(1/x)", 0.1, One), ("sin(1/x)", 1.0, One), ("sin(100x)", 0.0, One), ("sin(1e5x)", 0.0, One), ("x^3 sin(1/x)", 0.5, One),
    ];
    for (formula, x, expected) in cases {
        let found = Function::from_id(formula).unwrap().derivatives_at(&[*x], &[(-5.0, 5.0)]);
        let near = |a: [f64; 2], b: [f64; 2]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6);
        let fits = match (found[0], *expected) {
            (Two(a), Two(b)) | (Jump(a), Jump(b)) => near(a, b),
            (a, b) => a == b,
        };
        assert!(fits, "{formula} at {x}: {found:?}");
    }
    // Beside a corner that rounding hides, to fewer digits.
    for (formula, x, expected) in [("sqrt(x^2 - 2x + 1)", 1.0, 1.0), ("sqrt(x^2 - 6x + 9)", 3.0, 1.0), ("acos(cos(x))", 0.0, 1.0), ("asin(sin(x))", std::f64::consts::FRAC_PI_2, -1.0), ("acos(cos(x))", std::f64::consts::PI, -1.0)] {
        let found = Function::from_id(formula).unwrap().derivatives_at(&[x], &[(-5.0, 5.0)])[0];
        let near = |a: f64, b: f64| (a - b).abs() < 1e-3;
        assert!(matches!(found, Two([left, right]) if near(left, -expected) && near(right, expected)), "{formula}: {found:?}");
    }
    let tip = Function::from_id("sqrt(x^2 + y^2)").unwrap().derivatives_at(&[0.0, 0.0], &[(-5.0, 5.0); 2]);
    assert!(matches!(tip[..], [Two(_), Two(_)]), "{tip:?}");
}
