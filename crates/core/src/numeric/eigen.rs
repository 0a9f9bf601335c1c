//! Eigenvalues and eigenvectors of symmetric matrices.

use crate::numeric::vector::norm;

/// Eigenvalues of the symmetric matrix [xx xy; xy yy], the larger first, each with its
/// eigenvector of length 1, which points to the right.
pub fn symmetric_2(xx: f64, xy: f64, yy: f64) -> [(f64, [f64; 2]); 2] {
    let (mean, half) = (0.5 * xx + 0.5 * yy, 0.5 * xx - 0.5 * yy);
    let radius = norm(&[half, xy]);
    // Of two ways to the same direction, the one that subtracts nothing.
    let (x, y) =
        if half >= 0.0 { (half + radius, xy) } else { (xy.abs(), (radius - half).copysign(xy)) };
    let length = norm(&[x, y]);
    let [x, y] = if length > 0.0 { [x / length, y / length] } else { [1.0, 0.0] };
    let across = if y > 0.0 { [y, -x] } else { [-y, x] };
    [(mean + radius, [x, y]), (mean - radius, across)]
}

/// Eigenvectors of a symmetric matrix, as columns, row-major n × n. The matrix is diagonalized
/// to rounding in place, by cyclic Jacobi rotations (Golub, Van Loan: *Matrix Computations*,
/// 8.5); the eigenvalues are its diagonal then.
pub fn vectors(matrix: &mut [f64], n: usize) -> Vec<f64> {
    /// Bound of the sweeps over all pairs; convergence is quadratic, and about six are enough.
    const SWEEPS: usize = 20;
    let mut vectors = vec![0.0; n * n];
    (0..n).for_each(|row| vectors[row * n + row] = 1.0);
    for _ in 0..SWEEPS {
        let mut rotated = false;
        for p in 0..n {
            for q in p + 1..n {
                let (pp, pq, qq) = (matrix[p * n + p], matrix[p * n + q], matrix[q * n + q]);
                if pq.abs() <= 1e-17 * (pp * qq).abs().sqrt() || pq == 0.0 {
                    continue;
                }
                rotated = true;
                let half = (qq - pp) / (2.0 * pq);
                let sign = if half < 0.0 { -1.0 } else { 1.0 };
                let tan = sign / (half.abs() + (half * half + 1.0).sqrt());
                let cos = 1.0 / (tan * tan + 1.0).sqrt();
                let sin = tan * cos;
                for k in 0..n {
                    let (a, b) = (matrix[k * n + p], matrix[k * n + q]);
                    (matrix[k * n + p], matrix[k * n + q]) = (cos * a - sin * b, sin * a + cos * b);
                    let (a, b) = (vectors[k * n + p], vectors[k * n + q]);
                    (vectors[k * n + p], vectors[k * n + q]) =
                        (cos * a - sin * b, sin * a + cos * b);
                }
                for k in 0..n {
                    let (a, b) = (matrix[p * n + k], matrix[q * n + k]);
                    (matrix[p * n + k], matrix[q * n + k]) = (cos * a - sin * b, sin * a + cos * b);
                }
                (matrix[p * n + q], matrix[q * n + p]) = (0.0, 0.0);
            }
        }
        if !rotated {
            break;
        }
    }
    vectors
}
