//! `downhill function`: formula, derivatives and stationary points as one JSON object.

use anyhow::{Context, Result, ensure};
use downhill_core::Experiment;
use downhill_core::formula::{Step, Written};
use downhill_core::function::Function;
use downhill_core::function::stationary::{GRID_OF_LINE, GRID_OF_PLANE, Search};
use serde_json::{Value, json};

/// Description of an experiment's function; with value, gradient and curvature at a point, if
/// one is given. An error if there is no function, or if the point has another dimension.
pub fn describe(experiment: &Experiment, point: Option<&[f64]>) -> Result<Value> {
    let function = experiment.function.as_ref().context("this experiment has no function")?;
    let function = &function.conditioned(experiment.condition_number);
    let (dim, domain) = (function.dim(), experiment.in_sight());
    let known = function.definition();
    let mut described = json!({
        "function": function.id(),
        "name": known.map(|it| it.name),
        "source": known.map(|it| it.source),
        "variables": function.names()[..dim],
        "domain": domain,
        "formula": function.written().text,
        "mathml": function.written().mathml,
        "derivatives": (0..dim).map(|axis| function.derivative(axis).map(written)).collect::<Vec<_>>(),
        "steps": (0..dim).map(|axis| steps(function, axis)).collect::<Vec<_>>(),
    });
    if let Some(x) = point {
        ensure!(x.len() == dim, "--at takes {dim} numbers here, joined by commas");
        described["at"] = at(function, x);
    }
    let mut search = Search::new(function, &domain);
    while !search.advance(u32::MAX) {}
    let points = search.points().iter().map(|point| {
        json!({
            "x": point.x,
            "f": point.value,
            "kind": point.kind.id(),
            "kink": point.kink,
            "jump": point.jump,
            "along_a_line": point.along,
            "lowest": point.lowest,
            "hessian_eigenvalues":
                function.bends(&point.x).iter().rev().map(|it| it.0).collect::<Vec<_>>(),
        })
    });
    described["stationary_points"] = points.collect();
    described["lowest"] = json!(search.lowest().id());
    described["grid"] = if dim == 1 { json!(GRID_OF_LINE) } else { json!(GRID_OF_PLANE) };
    Ok(described)
}

fn written(written: Written) -> Value {
    json!({ "text": written.text, "mathml": written.mathml })
}

fn steps(function: &Function, axis: usize) -> Vec<Value> {
    let step = |Step { rule, before, after }: Step| json!({ "rule": rule.id(), "before": before.text, "after": after.text });
    function.steps(axis).into_iter().map(step).collect()
}

/// Value, gradient, Hessian, eigenvalues and eigenvectors at a point; null for a number that
/// is not finite.
fn at(function: &Function, x: &[f64]) -> Value {
    let (mut gradient, mut hessian) = (vec![0.0; x.len()], vec![0.0; x.len() * x.len()]);
    let value = function.value_and_gradient(x, &mut gradient);
    function.hessian(x, &mut hessian);
    let bends = function.bends(x);
    json!({
        "x": x,
        "value": value,
        "gradient": gradient,
        "hessian": hessian.chunks(x.len()).collect::<Vec<_>>(),
        "eigenvalues": bends.iter().map(|it| it.0).collect::<Vec<_>>(),
        "eigenvectors": bends.iter().map(|it| &it.1).collect::<Vec<_>>(),
    })
}
