//! Work to be counted or timed: `work NAME TIMES` does it so many times. `cargo xtask
//! test --only instructions` counts its instructions under callgrind.

use downhill_core::analysis::loss_slice::Slicer;
use downhill_core::network::Workspace;
use downhill_core::{Experiment, Run};
use std::hint::black_box;

const DEEP: &str = "data=circles&layers=8-8-8&activation=tanh&output_activation=tanh";

fn run(query: &str) -> Run {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    Run::new(&experiment).expect("the query is right")
}

fn train(layers: &str, batch: usize, times: u32) {
    let query = format!(
        "data=circles&layers={layers}&activation=tanh&output_activation=tanh\
         &cost=half_squared_error&learning_rate=0.03&batch_size={batch}"
    );
    assert!(run(&query).train(times));
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, name, times] = &args[..] else { panic!("work NAME TIMES") };
    let times: u32 = times.parse().expect("TIMES is a number");
    match name.as_str() {
        "train_4" => train("4", 10, times),
        "train_8_8_8" => train("8-8-8", 10, times),
        "train_32_32" => train("32-32", 32, times),
        "step" => {
            let mut run = run("");
            assert!((0..times).all(|_| run.step()));
        }
        "answers" => {
            let run = run(DEEP);
            let theta: Vec<f32> =
                run.snapshot().parameters.iter().map(|value| *value as f32).collect();
            let inputs: Vec<f32> = (0..20_000).map(|place| place as f32 / 20_000.0).collect();
            let (mut answers, mut work) = (Vec::new(), Workspace::default());
            for _ in 0..times {
                run.network().answers(&theta, &inputs, 10_000, &mut answers, &mut work);
                black_box(&answers);
            }
        }
        "line" | "plane" | "plane_deep" => {
            let run = run(if name == "plane_deep" { DEEP } else { "" });
            let values: Vec<f64> = (0..29).map(|value| f64::from(value) / 7.0 - 2.0).collect();
            let (mut slicer, mut losses) = (Slicer::default(), Vec::new());
            let (objective, theta) = (run.objective(), &run.snapshot().parameters);
            for _ in 0..times {
                match name.as_str() {
                    "line" => slicer.line(&objective, theta, 6, &values, &mut losses),
                    _ => {
                        slicer.plane(&objective, theta, (6, 7), (&values, &values), &mut losses);
                    }
                }
                black_box(&losses);
            }
        }
        _ => panic!("there is no work {name}"),
    }
}
