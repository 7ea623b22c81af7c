// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/** Products of matrices in plain Java: squares of four by four sums stay in registers while rows pass by. */
final class PlainMatrices implements MatrixKernels {

    @Override
    public void addProducts(final double[] left, final double[] right, final int from, final int rows, final int width, final int first,
            final double[] into, final int at) {
        for (int j = first; j < width; j += STRIP) {
            square(left, right, from + first, from + j, rows, width, into, at + j);
        }
    }

    private static void square(final double[] left, final double[] right, final int one, final int other, final int rows, final int width,
            final double[] into, final int to) {
        int at = to;
        double s00 = into[at];
        double s01 = into[at + 1];
        double s02 = into[at + 2];
        double s03 = into[at + 3];
        at += width;
        double s10 = into[at];
        double s11 = into[at + 1];
        double s12 = into[at + 2];
        double s13 = into[at + 3];
        at += width;
        double s20 = into[at];
        double s21 = into[at + 1];
        double s22 = into[at + 2];
        double s23 = into[at + 3];
        at += width;
        double s30 = into[at];
        double s31 = into[at + 1];
        double s32 = into[at + 2];
        double s33 = into[at + 3];
        for (int row = 0, a = one, b = other; row < rows; row++, a += width, b += width) {
            final double a0 = left[a];
            final double a1 = left[a + 1];
            final double a2 = left[a + 2];
            final double a3 = left[a + 3];
            final double b0 = right[b];
            final double b1 = right[b + 1];
            final double b2 = right[b + 2];
            final double b3 = right[b + 3];
            s00 = Math.fma(a0, b0, s00);
            s01 = Math.fma(a0, b1, s01);
            s02 = Math.fma(a0, b2, s02);
            s03 = Math.fma(a0, b3, s03);
            s10 = Math.fma(a1, b0, s10);
            s11 = Math.fma(a1, b1, s11);
            s12 = Math.fma(a1, b2, s12);
            s13 = Math.fma(a1, b3, s13);
            s20 = Math.fma(a2, b0, s20);
            s21 = Math.fma(a2, b1, s21);
            s22 = Math.fma(a2, b2, s22);
            s23 = Math.fma(a2, b3, s23);
            s30 = Math.fma(a3, b0, s30);
            s31 = Math.fma(a3, b1, s31);
            s32 = Math.fma(a3, b2, s32);
            s33 = Math.fma(a3, b3, s33);
        }
        into[at] = s30;
        into[at + 1] = s31;
        into[at + 2] = s32;
        into[at + 3] = s33;
        at -= width;
        into[at] = s20;
        into[at + 1] = s21;
        into[at + 2] = s22;
        into[at + 3] = s23;
        at -= width;
        into[at] = s10;
        into[at + 1] = s11;
        into[at + 2] = s12;
        into[at + 3] = s13;
        at -= width;
        into[at] = s00;
        into[at + 1] = s01;
        into[at + 2] = s02;
        into[at + 3] = s03;
    }

    @Override
    public double dot(final double[] one, final int oneFrom, final double[] other, final int otherFrom, final int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + SUMS <= count; i += SUMS) {
            final int a = oneFrom + i;
            final int b = otherFrom + i;
            s0 = Math.fma(one[a], other[b], s0);
            s1 = Math.fma(one[a + 1], other[b + 1], s1);
            s2 = Math.fma(one[a + 2], other[b + 2], s2);
            s3 = Math.fma(one[a + 3], other[b + 3], s3);
            s4 = Math.fma(one[a + 4], other[b + 4], s4);
            s5 = Math.fma(one[a + 5], other[b + 5], s5);
            s6 = Math.fma(one[a + 6], other[b + 6], s6);
            s7 = Math.fma(one[a + 7], other[b + 7], s7);
        }
        final int left = count - i;
        final int a = oneFrom + i;
        final int b = otherFrom + i;
        s0 = left > 0 ? Math.fma(one[a], other[b], s0) : s0;
        s1 = left > 1 ? Math.fma(one[a + 1], other[b + 1], s1) : s1;
        s2 = left > 2 ? Math.fma(one[a + 2], other[b + 2], s2) : s2;
        s3 = left > 3 ? Math.fma(one[a + 3], other[b + 3], s3) : s3;
        s4 = left > 4 ? Math.fma(one[a + 4], other[b + 4], s4) : s4;
        s5 = left > 5 ? Math.fma(one[a + 5], other[b + 5], s5) : s5;
        s6 = left > 6 ? Math.fma(one[a + 6], other[b + 6], s6) : s6;
        return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
    }
}
