//! Within an epoch: which samples were visited, which are next, and which are still to come.

use crate::support::{Page, assert_says};
use downhill_app::told::answers::DrawnMark;
use downhill_view::options::show::View;

/// How large a mark is, and where its middle is.
fn extent(points: &[(f64, f64)]) -> (f64, (f64, f64)) {
    let ends = |axis: fn(&(f64, f64)) -> f64| {
        let all = points.iter().map(axis);
        (all.clone().fold(f64::MAX, f64::min), all.fold(f64::MIN, f64::max))
    };
    let (x, y) = (ends(|at| at.0), ends(|at| at.1));
    (x.1 - x.0, ((x.0 + x.1) / 2.0, (y.0 + y.1) / 2.0))
}

/// The training samples that are drawn small, how many rings there are, and the samples in them.
fn drawn_samples(page: &Page) -> (Vec<usize>, usize, Vec<usize>) {
    let marks = page.marks(View::Boundary).marks;
    let is_sample = |mark: &&DrawnMark| {
        mark.sign.starts_with("class") && ["circle", "polygon"].contains(&mark.kind)
    };
    let samples: Vec<_> = marks.iter().filter(is_sample).take(240).collect();
    let is_ring = |mark: &&DrawnMark| mark.kind == "circle" && mark.sign == "step";
    let rings: Vec<_> = marks.iter().filter(is_ring).collect();
    let ring = rings.first().map_or(0.0, |ring| ring.size);
    let is_small = |sample: &usize| {
        let mark = samples[*sample];
        // A disc's radius, a triangle's and a square's width, beside the radius of a ring.
        let (size, usual) = match mark.sign {
            "class-1" => (mark.size, 1.0 / 2.1),
            "class-2" => (extent(&mark.points).0, 2.3 / 2.1),
            _ => (extent(&mark.points).0, 1.8 / 2.1),
        };
        size < 0.7 * usual * ring
    };
    let is_ringed = |sample: &usize| {
        let (_, (x, y)) = extent(&samples[*sample].points);
        rings.iter().any(|ring| (ring.points[0].0 - x).hypot(ring.points[0].1 - y) < 2.0)
    };
    let all = 0..samples.len();
    (all.clone().filter(is_small).collect(), rings.len(), all.filter(is_ringed).collect())
}

#[test]
fn in_an_epoch_visited_next_and_still_to_come_are_seen_and_told() {
    let cases: [(&str, &[u32]); 3] =
        [("1", &[0, 1, 100, 239, 240, 245]), ("10", &[0, 1, 12, 23, 24, 30]), ("full", &[0, 1, 2])];
    for (size, steps) in cases {
        let mut page =
            Page::open_with(&format!("scene=network&batch_size={size}"), &[View::Boundary]);
        assert_eq!(page.control("batch_size"), size);
        let (mut epoch, mut visited) = (0, Vec::new());
        for step in 0..=steps[steps.len() - 1] {
            let now = page.app.subject().run().unwrap().snapshot().clone();
            if now.epoch != epoch {
                visited.sort_unstable();
                assert_eq!(visited, (0..240).collect::<Vec<_>>(), "each was seen once");
                (epoch, visited) = (now.epoch, Vec::new());
            }
            if steps.contains(&step) {
                let all = size == "full";
                let (small, rings, ringed) = drawn_samples(&page);
                let coming =
                    |sample: &usize| !visited.contains(sample) && !now.batch.contains(sample);
                assert_eq!(small, (0..240).filter(coming).collect::<Vec<_>>(), "{step}");
                assert_eq!(rings, if all { 0 } else { now.batch.len() });
                assert!(all || now.batch.iter().all(|it| ringed.contains(it)), "{step}");
                let note = page.note("visits");
                if all {
                    assert_says(&note, &["sees all 240 samples: one step is one epoch"]);
                } else if epoch > 0 && visited.is_empty() {
                    assert!(note.starts_with("All 240 seen: epoch 1 is complete."), "{note}");
                    assert_says(&note, &["first ", " of epoch 2"]);
                } else {
                    let (epoch, seen) = (epoch + 1, visited.len());
                    let which = if small.is_empty() { "last" } else { "next" };
                    let told = format!(
                        "Epoch {epoch}: {seen} of 240 samples seen. Ringed: the {which} {size}"
                    );
                    assert!(note.starts_with(&told), "{note}, not {told}");
                }
                let share = |count: usize| count as f64 / 240.0;
                let (seen, soon) = (visited.len(), visited.len() + now.batch.len());
                assert_eq!(page.told().epoch.visits, [share(seen), share(soon)]);
            }
            visited.extend(&now.batch);
            page.step(1);
        }
    }
}
