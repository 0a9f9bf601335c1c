//! The places worth a mark: those of the reference, and those one knows.

use crate::shared::shared;
use downhill_core::function::stationary::{Kind, Point, Search};
use downhill_core::function::{FUNCTIONS, Function};
use downhill_core::numeric::vector::norm;
use serde_json::Value;

fn points(function: &Function, window: &[(f64, f64)]) -> Vec<Point> {
    let mut search = Search::new(function, window);
    while !search.advance(1000) {
        assert!(search.points().is_empty() && search.share() <= 1.0);
    }
    search.points().to_vec()
}

fn typed(formula: &str, window: &[(f64, f64)]) -> Vec<Point> {
    points(&Function::from_id(formula).unwrap(), window)
}

/// Kinds and places in short, the places to three decimals.
fn short(points: &[Point]) -> Vec<String> {
    let place = |x: &f64| format!("{:.3}", if x.abs() < 5e-4 { 0.0 } else { *x });
    points
        .iter()
        .map(|it| {
            let x: Vec<String> = it.x.iter().map(place).collect();
            format!("{} {}{}", it.kind.id(), x.join(","), if it.kink { " kink" } else { "" })
        })
        .collect()
}

fn distance(a: &[f64], b: &[f64]) -> f64 {
    norm(&a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<_>>())
}

#[test]
fn all_places_of_the_reference_are_found_with_their_kind() {
    let Some(text) = shared("reference/functions.json") else { return };
    let all: Value = serde_json::from_str(&text).unwrap();
    let (mut count, mut worst, mut failed) = (0, 0.0f64, Vec::new());
    for reference in all["functions"].as_array().unwrap() {
        let id = reference["id"].as_str().unwrap();
        // Once by name, once as it is typed.
        for asked in [id, reference["formula"].as_str().unwrap()] {
            let function = Function::from_id(asked).unwrap();
            let window: Vec<(f64, f64)> = reference["domain"]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| (it[0].as_f64().unwrap(), it[1].as_f64().unwrap()))
                .collect();
            let found = points(&function, &window);
            let listed = reference["stationary_points"].as_array().unwrap();
            for point in listed {
                let x: Vec<f64> =
                    point["x"].as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect();
                let near =
                    found.iter().min_by(|a, b| distance(&a.x, &x).total_cmp(&distance(&b.x, &x)));
                let Some(near) = near else {
                    failed.push(format!("{id}: nothing"));
                    continue;
                };
                let error = distance(&near.x, &x);
                worst = worst.max(error);
                count += 1;
                if error > 1e-9 || near.kind.id() != point["kind"].as_str().unwrap() {
                    failed.push(format!("{id} {x:?} {}: {near:?}", point["kind"]));
                }
            }
            let inside = found.iter().filter(|it| it.kind != Kind::EdgeMinimum).count();
            if reference["stationary_points_complete_in_domain"] == true && inside != listed.len() {
                failed.push(format!("{id}: {inside} for {}: {:?}", listed.len(), short(&found)));
            }
        }
    }
    eprintln!("{count} places, within {worst:.1e}");
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn the_known_minima_of_all_functions_are_the_lowest_found() {
    for definition in FUNCTIONS {
        let function = Function::from_id(definition.id).unwrap();
        let found = points(&function, definition.domain);
        let lowest: Vec<&Point> = found.iter().filter(|it| it.lowest).collect();
        eprintln!("{}: {} places, lowest {:?}", definition.id, found.len(), lowest);
        assert_eq!(lowest.len(), definition.minima.len(), "{}: {lowest:?}", definition.id);
        for minimum in definition.minima {
            let near = lowest.iter().map(|it| distance(&it.x, minimum)).fold(9.0, f64::min);
            assert!(near < 1e-4, "{} {minimum:?}: {lowest:?}", definition.id);
        }
    }
}

#[test]
#[rustfmt::skip]
fn a_line_shows_what_one_sees_in_it() {
    let cases: &[(&str, (f64, f64), &[&str])] = &[
        ("|x|", (-3.0, 3.0), &["global_min 0.000 kink"]),
        ("|x - 0.3|", (-3.0, 3.0), &["global_min 0.300 kink"]),
        ("-|x|", (-3.0, 3.0), &["edge_min -3.000", "edge_min 3.000", "max 0.000 kink"]),
        ("sqrt(|x|)", (-3.0, 3.0), &["global_min 0.000 kink"]),
        ("x + |x|", (-3.0, 3.0), &["flat -1.500", "kink 0.000 kink"]),
        ("2x + |x - 1|", (-3.0, 3.0), &["edge_min -3.000", "kink 1.000 kink"]),
        ("max(0, 1-x)", (-5.0, 5.0), &["flat 3.000", "kink 1.000 kink"]),
        ("max(x^2, 1)", (-3.0, 3.0), &["flat 0.000", "kink -1.000 kink", "kink 1.000 kink"]),
        ("x^3", (-3.0, 3.0), &["edge_min -3.000", "flat 0.000"]),
        ("(x-1)^3", (-3.0, 3.0), &["edge_min -3.000", "flat 1.000"]),
        ("x^4", (-3.0, 3.0), &["global_min 0.000"]),
        ("x^10", (-3.0, 3.0), &["global_min 0.000"]),
        ("5", (-3.0, 3.0), &["flat 0.000"]),
        ("x", (-3.0, 3.0), &["edge_min -3.000"]),
        ("1/x", (-3.0, 3.0), &["edge_min 3.000"]),
        ("1/x^2", (-3.0, 3.0), &["edge_min -3.000", "edge_min 3.000"]),
        ("-1/(x-0.7)^2", (-3.0, 3.0), &[]),
        ("ln(|x - 0.7|)", (-3.0, 3.0), &[]),
        ("sqrt(x)", (-3.0, 3.0), &["edge_min 0.000"]),
        ("sqrt(1-x^2)", (-3.0, 3.0), &["edge_min -1.000", "edge_min 1.000", "max 0.000"]),
        ("ln(x)", (-3.0, 3.0), &[]),
        ("x ln(x)", (-3.0, 3.0), &["global_min 0.368"]),
        ("x^x", (-3.0, 3.0), &["global_min 0.368"]),
        ("tan(x)", (-5.0, 5.0), &["edge_min -5.000"]),
        ("floor(x)", (-1.5, 1.5), &["flat -1.250", "flat -0.500", "flat 0.500", "flat 1.250"]),
        ("sign(x)", (-3.0, 3.0), &["flat -1.500", "flat 1.500"]),
        ("sin(x)", (-5.0, 5.0), &["global_min -1.571", "global_min 4.712", "edge_min -5.000", "max -4.712", "max 1.571"]),
        ("x^3 - 3x", (-1.9, 2.5), &["global_min 1.000", "edge_min -1.900", "max -1.000"]),
        ("x^3 - 3x", (-2.5, 2.5), &["local_min 1.000", "edge_min -2.500", "max -1.000"]),
        ("cos(pi x)", (-1.0, 1.0), &["global_min -1.000", "global_min 1.000", "max 0.000"]),
        ("x^2", (0.0, 2.0), &["global_min 0.000"]),
        ("e^x", (-3.0, 3.0), &["edge_min -3.000"]),
        ("1e-12 x^2", (-3.0, 3.0), &["global_min 0.000"]),
        ("1e12(x-1)^2", (-3.0, 3.0), &["global_min 1.000"]),
        ("(x^2-1)^2", (-2.0, 2.0), &["global_min -1.000", "global_min 1.000", "max 0.000"]),
        ("min(x^2, (x-2)^2 + 0.5)", (-1.0, 3.0), &["global_min 0.000", "local_min 2.000", "max 1.125 kink"]),
        ("cbrt(x)", (-1.0, 1.0), &["edge_min -1.000"]),
        ("cbrt(x^2)", (-1.0, 1.0), &["global_min 0.000 kink"]),
        ("sin(x)/x", (-6.0, 6.0), &["global_min -4.493", "global_min 4.493", "max 0.000"]),
        ("asin(x)", (-3.0, 3.0), &["edge_min -1.000"]),
        ("sqrt(-1-x^2)", (-3.0, 3.0), &[]),
    ];
    let wrong: Vec<_> = cases.iter()
        .map(|(formula, window, expected)| (formula, short(&typed(formula, &[*window])), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
#[rustfmt::skip]
fn a_plane_shows_what_one_sees_in_it() {
    let square = [(-3.0, 3.0), (-3.0, 3.0)];
    let cases: &[(&str, &[&str])] = &[
        ("|x| + |y|", &["global_min 0.000,0.000 kink"]),
        ("|x - 1.3| + 2|y + 0.4|", &["global_min 1.300,-0.400 kink"]),
        ("max(|x|, |y - 1|)", &["global_min 0.000,1.000 kink"]),
        ("sqrt(x^2 + y^2)", &["global_min 0.000,0.000 kink"]),
        ("x^3 - 3x y^2", &["edge_min 3.000,-3.000", "edge_min 3.000,3.000", "edge_min -3.000,0.000", "saddle 0.000,0.000"]),
        ("x y", &["edge_min -3.000,3.000", "edge_min 3.000,-3.000", "saddle 0.000,0.000"]),
        ("x^4 + y^4", &["global_min 0.000,0.000"]),
        ("x^4 + y^2", &["global_min 0.000,0.000"]),
        ("x^4 - y^4", &["edge_min 0.000,-3.000", "edge_min 0.000,3.000", "saddle 0.000,0.000"]),
        ("x^3 + y^2", &["edge_min -3.000,0.000", "flat 0.000,0.000"]),
        ("(1-x)^2 + 0y", &["global_min 1.000,-0.012"]),
        ("y^2", &["global_min -0.012,0.000"]),
        ("(x - y)^2", &["global_min -0.012,-0.012"]),
        ("max(0, x^2 + y^2 - 1)", &["flat -0.027,-0.027"]),
        ("-(x^2) - 2y^2", &["edge_min -3.000,-3.000", "edge_min -3.000,3.000", "edge_min 3.000,-3.000", "edge_min 3.000,3.000", "max 0.000,0.000"]),
        ("x + y", &["edge_min -3.000,-3.000"]),
        ("7 + 0x + 0y", &["flat -0.027,-0.027"]),
        ("1/(x^2 + y^2)", &["edge_min -3.000,-3.000", "edge_min -3.000,3.000", "edge_min 3.000,-3.000", "edge_min 3.000,3.000"]),
    ];
    let wrong: Vec<_> = cases.iter()
        .map(|(formula, expected)| (formula, short(&typed(formula, &square)), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_search_comes_in_slices_and_is_the_same_in_any() {
    let himmelblau = Function::from_id("himmelblau").unwrap();
    let window = himmelblau.domain();
    let (mut search, mut slices) = (Search::new(&himmelblau, &window), 1);
    while !search.advance(997) {
        slices += 1;
    }
    assert!(slices > 40, "{slices}");
    let mut whole = Search::new(&himmelblau, &window);
    assert!(whole.advance(u32::MAX));
    assert_eq!(whole.points(), search.points());
}
