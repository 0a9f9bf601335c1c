//! A run's own numbers, all digits of them.

use crate::application::Application;
use crate::subject::Subject;
use downhill_core::Error;
use downhill_core::network::Workspace;
use serde::Serialize;

/// A network's state.
#[derive(Serialize)]
pub struct NetworkSnapshot<'a> {
    iteration: u32,
    epoch: u32,
    parameters: &'a [f64],
    gradient: &'a [f64],
    next: &'a [f64],
    batch: &'a [usize],
    batch_loss: f64,
    train_loss: f64,
    test_loss: f64,
}

/// A ball's app.
#[derive(Serialize)]
pub struct BallSnapshot<'a> {
    iteration: u32,
    x: &'a [f64],
    value: f64,
    gradient: &'a [f64],
    next: Vec<f64>,
}

/// The state after an update, of a network or of a ball.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Snapshot<'a> {
    /// A network's.
    Network(NetworkSnapshot<'a>),
    /// A ball's.
    Ball(BallSnapshot<'a>),
}

/// The snapshot's numbers.
pub fn snapshot(app: &Application) -> Snapshot<'_> {
    let run = match &app.subject {
        Subject::Network(network) => network.run(),
        Subject::Ball(ball) => {
            let snapshot = ball.descent().snapshot();
            return Snapshot::Ball(BallSnapshot {
                iteration: snapshot.iteration,
                x: &snapshot.x,
                value: snapshot.value,
                gradient: &snapshot.gradient,
                next: ball.descent().next(),
            });
        }
    };
    let snapshot = run.snapshot();
    Snapshot::Network(NetworkSnapshot {
        iteration: snapshot.iteration,
        epoch: snapshot.epoch,
        parameters: &snapshot.parameters,
        gradient: &snapshot.gradient,
        next: &snapshot.next,
        batch: &snapshot.batch,
        batch_loss: snapshot.batch_loss,
        train_loss: snapshot.train.loss,
        test_loss: snapshot.test.loss,
    })
}

/// The loss of the coming step's samples at these parameters.
pub fn loss(app: &Application, parameters: &[f64]) -> Result<f64, Error> {
    let run =
        app.subject.run().ok_or_else(|| Error::Inconsistent("There is no network here.".into()))?;
    let needed = run.network().parameters();
    if parameters.len() != needed {
        let found = parameters.len();
        return Err(Error::Inconsistent(format!(
            "This network has {needed} parameters, not {found}."
        )));
    }
    Ok(run.objective().loss(parameters, &mut Workspace::default()))
}

/// The plane that map and surface show, and how far to trust it.
#[derive(Serialize)]
pub struct ShownPlane<'a> {
    kind: &'static str,
    /// After how many updates it was chosen, and what is drawn in it was the run's.
    chosen: u32,
    iteration: u32,
    /// How many frames ago that was; the same of the surface, and of which iteration it is.
    age: u32,
    surface_age: u32,
    surface_iteration: u32,
    origin: &'a [f64],
    axes: [&'a [f64]; 2],
    ball: (f64, f64),
    share: Option<f64>,
    distance: f64,
    loss: f64,
    shadow_loss: f64,
    xs: &'a [f64],
    ys: &'a [f64],
    /// `[y][x]`.
    losses: &'a [f64],
    trail: &'a [(f64, f64)],
    ghost: &'a [(f64, f64)],
}

/// The plane of a network's map; null if there is none.
pub fn shown_plane(app: &Application) -> Option<ShownPlane<'_>> {
    let Subject::Network(network) = &app.subject else { return None };
    let shown = &network.pictures.plane;
    let (land, trust) = (&shown.land, shown.trust);
    let plane = shown.directions.as_ref()?;
    Some(ShownPlane {
        kind: plane.kind.id(),
        chosen: plane.iteration,
        iteration: trust.iteration,
        age: shown.age,
        surface_age: app.surface.age,
        surface_iteration: app.surface.iteration,
        origin: &plane.origin,
        axes: [&plane.axes[0], &plane.axes[1]],
        ball: land.at,
        share: trust.share,
        distance: trust.distance,
        loss: trust.loss,
        shadow_loss: trust.shadow,
        xs: &land.xs,
        ys: &land.ys,
        losses: &land.values,
        trail: &land.trail,
        ghost: &land.ghost,
    })
}
