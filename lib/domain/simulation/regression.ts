/** An estimate with half the width of its 95 % interval. */
export type Estimate = { mean: number; margin: number };

/** A column of which the earlier ones explain all but this part of its square says nothing of its own. */
const dependent = 1e-6;

/**
 * The mean of `values` by linear control variates: each row of `controls` was measured together with a value, and is
 * known to be zero on average, so what the controls say by chance is taken out of the mean. Least squares over the
 * batches; the interval is that of the regression's constant (Lavenberg and Welch, "A perspective on the use of control
 * variables", 1981). Columns that only repeat others are left out. Without controls: the plain mean.
 */
export function controlledMean(
  values: readonly number[],
  controls: readonly (readonly number[])[] = [],
): Estimate {
  const columns = (controls[0] ?? []).map((_, j) => controls.map((row) => row[j] ?? 0));
  const basis = orthonormal(columns);
  // What is left of the constant and of the values when the controls are taken out of both (Frisch, Waugh, Lovell).
  const constant = without(
    values.map(() => 1),
    basis,
  );
  const rest = without(values, basis);
  const size = dot(constant, constant);
  const mean = dot(constant, rest) / size;
  const residuals = rest.map((value, i) => value - mean * (constant[i] ?? 0));
  const freedom = Math.max(1, values.length - basis.length - 1);
  const variance = dot(residuals, residuals) / freedom / size;
  return { mean, margin: studentT975(freedom) * Math.sqrt(variance) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** A column less its parts along the basis. */
function without(column: readonly number[], basis: readonly (readonly number[])[]): number[] {
  return basis.reduce<number[]>(
    (left, unit) => {
      const along = dot(left, unit);
      return left.map((value, i) => value - along * (unit[i] ?? 0));
    },
    [...column],
  );
}

/** Gram and Schmidt, in the modified form, twice, which is as exact as it gets. */
function orthonormal(columns: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  for (const column of columns) {
    const whole = dot(column, column);
    const left = without(without(column, basis), basis);
    const length = Math.sqrt(dot(left, left));
    if (whole > 0 && length * length > dependent * whole) basis.push(left.map((value) => value / length));
  }
  return basis;
}

/** Student's t at 97.5 %, by the series of Cornish and Fisher; right to a thousandth from 5 degrees of freedom on. */
function studentT975(freedom: number): number {
  const z = 1.959963984540054;
  const f = Math.max(freedom, 3);
  return (
    z +
    (z ** 3 + z) / (4 * f) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * f ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * f ** 3)
  );
}
