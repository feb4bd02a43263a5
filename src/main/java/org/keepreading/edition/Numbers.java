package org.keepreading.edition;

import freemarker.core.ArithmeticEngine;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reckons as FreeMarker does, but keeps no number of more digits than a mail could want: 1e999999999 + 1 fills the memory. */
final class Numbers extends ArithmeticEngine.BigDecimalEngine {
    private static final int MOST_DIGITS = 100;

    @Override
    public Number add(Number first, Number second) {
        return bounded(super.add(first, second));
    }

    @Override
    public Number subtract(Number first, Number second) {
        return bounded(super.subtract(first, second));
    }

    @Override
    public Number multiply(Number first, Number second) {
        return bounded(super.multiply(first, second));
    }

    @Override
    public Number divide(Number first, Number second) {
        return bounded(super.divide(first, second));
    }

    @Override
    public Number modulus(Number first, Number second) {
        return bounded(super.modulus(first, second));
    }

    @Override
    public Number toNumber(String digits) {
        var number = super.toNumber(digits);
        if (digits(number) > MOST_DIGITS) {
            throw new NumberFormatException(digits);
        }
        return number;
    }

    private static Number bounded(Number number) {
        if (digits(number) > MOST_DIGITS) {
            throw new ArithmeticException("a number of more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    private static long digits(Number number) {
        var decimal = number instanceof BigInteger whole ? new BigDecimal(whole) : number;
        return decimal instanceof BigDecimal exact ? exact.precision() + Math.abs((long) exact.scale()) : 0;
    }
}
