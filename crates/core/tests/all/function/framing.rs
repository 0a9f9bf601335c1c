//! The domain of a typed function: what is interesting is in it, and can be seen.

use downhill_core::formula::Formula;
use downhill_core::function::framing::domain;

fn framed(text: &str) -> Vec<(f64, f64)> {
    domain(&Formula::parse(text).unwrap())
}

/// Functions with places that must be in sight, and the largest width of the picture.
#[rustfmt::skip]
const LINES: &[(&str, &[f64], f64)] = &[
    ("x^2 - 6x + 9", &[3.0], 10.0),
    ("sin(x)", &[0.0, 1.57], 10.0),
    ("(x - 100)^2", &[100.0], 20.0),
    ("x^2 - 200x", &[0.0, 100.0, 200.0], 400.0),
    ("x^4 - 1000x^2", &[-31.6, -22.36, 0.0, 22.36, 31.6], 150.0),
    ("x^3 - 300x", &[-17.3, -10.0, 0.0, 10.0, 17.3], 80.0),
    ("100 - x^2", &[-10.0, 0.0, 10.0], 50.0),
    ("|x - 20|", &[20.0], 20.0),
    ("2x + 50", &[-25.0], 20.0),
    ("1/(x - 30)", &[30.0], 20.0),
    ("sqrt(x - 100)", &[100.0], 20.0),
    ("asin(x/100)", &[-100.0, 0.0, 100.0], 500.0),
    ("e^(-(x - 30)^2)", &[30.0], 20.0),
    ("sin(x/100)", &[157.0], 3000.0),
    ("sin(100x)", &[0.0, 0.0157], 0.5),
    ("(x - 0.001)(x - 0.002)", &[0.001, 0.0015, 0.002], 0.02),
    ("{x<40: -x, x-80}", &[40.0], 200.0),
    ("x^2 - 2x + 1", &[1.0], 10.0),
    ("x^6-6x^5+15x^4-20x^3+15x^2-6x+1", &[1.0], 10.0),
    ("7", &[0.0], 10.0),
    ("e^x", &[0.0], 10.0),
    ("1/(1 + e^(-x))", &[0.0], 10.0),
    ("ln(x)", &[1.0], 10.0),
    ("x e^(-x)", &[0.0, 1.0], 10.0),
    ("tanh(x)", &[0.0], 10.0),
    ("e^(-x^2)", &[0.0], 10.0),
    ("x^3", &[0.0], 10.0),
];

#[test]
fn what_is_interesting_on_a_line_is_in_sight_and_is_seen() {
    let mut wrong = Vec::new();
    for (text, places, width) in LINES {
        let [(low, high)] = framed(text)[..] else { panic!("{text}") };
        let seen = places.iter().all(|x| (low..=high).contains(x));
        if !seen || high - low > *width {
            wrong.push(format!("{text}: {low} … {high}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_interesting_on_a_plane_is_in_sight() {
    #[rustfmt::skip]
    let planes: &[(&str, &[[f64; 2]], f64)] = &[
        ("x^2 + y^2", &[[0.0, 0.0]], 10.0),
        ("(x - 50)^2 + (y - 30)^2", &[[50.0, 30.0]], 20.0),
        ("(x^2 - 400)^2 + y^2", &[[-20.0, 0.0], [0.0, 0.0], [20.0, 0.0]], 100.0),
        ("(1-x)^2 + 100(y-x^2)^2", &[[1.0, 1.0]], 10.0),
        ("sin(x) + sin(y)", &[[1.57, 1.57]], 10.0),
    ];
    for (text, places, width) in planes {
        let [x, y] = framed(text)[..] else { panic!("{text}") };
        for [a, b] in *places {
            let seen = (x.0..=x.1).contains(a) && (y.0..=y.1).contains(b);
            assert!(seen, "{text}: {x:?} {y:?}");
        }
        assert!(x.1 - x.0 <= *width && y.1 - y.0 <= *width, "{text}: {x:?} {y:?}");
    }
}

#[test]
fn the_ends_are_round_numbers() {
    for (text, ..) in LINES {
        for (low, high) in framed(text) {
            assert!(
                low < high && low.to_string().len() < 8 && high.to_string().len() < 8,
                "{text}"
            );
        }
    }
}
