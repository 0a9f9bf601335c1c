//! How fast a typed formula is, natively and, in the `wasm` part, in WebAssembly.

use downhill_core::formula::Formula;
use downhill_core::function::FUNCTIONS;
use std::hint::black_box;
use std::time::Instant;

/// Rosenbrock as one would write it by hand.
fn by_hand(at: &[f64], gradient: &mut [f64]) -> f64 {
    let (x, y) = (at[0], at[1]);
    let (a, b) = (1.0 - x, y - x * x);
    gradient[0] = -400.0 * x * b - 2.0 * a;
    gradient[1] = 200.0 * b;
    a * a + 100.0 * b * b
}

/// Many points, and room for what is found there.
struct Points {
    x: [Vec<f64>; 2],
    found: [Vec<f64>; 3],
}

impl Points {
    fn grid([x, y]: [(f64, f64); 2], side: usize) -> Points {
        let at = |(low, high): (f64, f64), index: usize| {
            low + (high - low) * index as f64 / (side - 1) as f64
        };
        let points = 0..side * side;
        Points {
            x: [
                points.clone().map(|index| at(x, index % side)).collect(),
                points.map(|index| at(y, index / side)).collect(),
            ],
            found: [(); 3].map(|()| vec![0.0; side * side]),
        }
    }

    /// Seconds for all points.
    fn time(&mut self, evaluate: impl Fn([&[f64]; 2], [&mut [f64]; 3])) -> f64 {
        let start = Instant::now();
        evaluate(
            black_box(self.x.each_ref().map(|x| &x[..])),
            self.found.each_mut().map(|x| &mut x[..]),
        );
        black_box(&self.found);
        start.elapsed().as_secs_f64()
    }
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

#[test]
#[ignore = "measures the machine: cargo xtask test --long"]
fn a_typed_formula_is_within_five_times_of_one_written_by_hand() {
    let typed = Formula::parse("(1-x)^2 + 100(y-x^2)^2").unwrap();
    let mut points = Points::grid([(-2.0, 2.0), (-1.0, 3.0)], 128);
    let count = points.found[0].len() as f64;
    let mut times = [(); 3].map(|()| Vec::new());
    for _ in 0..31 {
        times[0].push(points.time(|[x, y], [value, slope_x, slope_y]| {
            for index in 0..x.len() {
                let mut gradient = [0.0; 2];
                // Through a pointer, as any function of a table is called.
                let f: fn(&[f64], &mut [f64]) -> f64 = black_box(by_hand);
                value[index] = f(&[x[index], y[index]], &mut gradient);
                [slope_x[index], slope_y[index]] = gradient;
            }
        }));
        let by_hand = points.found.clone();
        times[1].push(points.time(|x, to| typed.values_and_gradients(x, to)));
        for (one, other) in by_hand.iter().flatten().zip(points.found.iter().flatten()) {
            assert!((one - other).abs() <= 1e-12 * one.abs().max(1.0), "{one} {other}");
        }
        times[2].push(points.time(|[x, y], [value, slope_x, slope_y]| {
            for index in 0..x.len() {
                let mut gradient = [0.0; 2];
                value[index] = typed.value_and_gradient(&[x[index], y[index]], &mut gradient);
                [slope_x[index], slope_y[index]] = gradient;
            }
        }));
    }
    let ratio = |of: usize| {
        median(times[of].iter().zip(&times[0]).map(|(typed, hand)| typed / hand).collect())
    };
    let (many, one) = (ratio(1), ratio(2));
    let [by_hand, typed, alone] = times.map(|times| 1e9 * median(times) / count);
    eprintln!(
        "Rosenbrock by hand {by_hand:.1} ns a point, typed {typed:.1} ns ({many:.2} times); point by point {alone:.1} ns ({one:.2} times)"
    );
    assert!(many <= 5.0, "{many}");
}

#[test]
#[ignore = "measures the machine: cargo xtask test --long"]
fn a_picture_of_values_and_gradients_takes_twenty_milliseconds() {
    for definition in FUNCTIONS.iter().filter(|it| it.dim() == 2) {
        let formula = Formula::parse(definition.formula).unwrap();
        let mut points = Points::grid([definition.domain[0], definition.domain[1]], 256);
        let times = (0..7).map(|_| 1e3 * points.time(|x, to| formula.values_and_gradients(x, to)));
        let time = times.fold(f64::INFINITY, f64::min);
        eprintln!("{}: {time:.1} ms", definition.id);
        // Without optimization, libm's sines take several times as long.
        let most = if cfg!(debug_assertions) { 80.0 } else { 20.0 };
        assert!(time <= most, "{} takes {time} ms", definition.id);
        let mut gradient = [0.0; 2];
        for index in (0..points.x[0].len()).step_by(997) {
            let x = [points.x[0][index], points.x[1][index]];
            let value = formula.value_and_gradient(&x, &mut gradient);
            let alone = [value, gradient[0], gradient[1]].map(f64::to_bits);
            assert_eq!(points.found.each_ref().map(|it| it[index].to_bits()), alone);
        }
    }
}
