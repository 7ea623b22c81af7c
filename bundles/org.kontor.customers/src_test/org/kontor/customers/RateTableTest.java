// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.value.Money;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;

class RateTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final RateTable table = new RateTable(Currency.getInstance("USD"),
            Map.of("CNY", Map.of(DAY, new BigDecimal("0.14285714")), "JPY", Map.of(DAY, new BigDecimal("0.00645"))));

    @Test
    void amountsAreRoundedHalfEvenToTheBaseCurrency() {
        assertEquals(new BigDecimal("100.00"), table.baseAmount(new BigDecimal("700"), "CNY", DAY).orElseThrow());
        assertEquals(new BigDecimal("0.06"), table.baseAmount(new BigDecimal("10"), "JPY", DAY).orElseThrow());
        assertEquals(new BigDecimal("0.12"), table.baseAmount(new BigDecimal("0.125"), null, DAY).orElseThrow());
        final var yen = new RateTable(Currency.getInstance("JPY"), Map.of("USD", Map.of(DAY, new BigDecimal("155"))));
        assertEquals(new BigDecimal("232"), yen.baseAmount(new BigDecimal("1.5"), "USD", DAY).orElseThrow());
    }

    @Test
    void withoutARateThereIsNoBaseAmountAndWhereThereMustBeOneAProblem() {
        assertEquals(Optional.empty(), table.baseAmount(BigDecimal.TEN, "CNY", DAY.minusDays(1)));
        assertEquals(Optional.empty(), table.baseAmount(null, "CNY", DAY));
        final var problem = assertThrows(ProblemException.class,
                () -> table.baseAmount(new Money(BigDecimal.TEN, Currency.getInstance("EUR"), DAY))).problem();
        assertEquals("customers.rate.missing", problem.code());
        assertTrue(problem.nextStep().contains("EUR"));
    }

    @Test
    void recordsGetTheirRateDateAndBaseAmount() {
        final var deal = new Opportunity();
        deal.setAmount(new BigDecimal("7"));
        deal.setCurrency("CNY");
        table.apply(deal, DAY);
        assertEquals(DAY, deal.getRateDate());
        assertEquals(new BigDecimal("1.00"), deal.getBaseAmount());
        deal.setAmount(null);
        table.apply(deal, DAY);
        assertNull(deal.getRateDate());
        assertNull(deal.getBaseAmount());
        final var order = new Order();
        order.setTotal(new BigDecimal("5"));
        order.setOrderDate(DAY);
        table.apply(order);
        assertEquals(new BigDecimal("5.00"), order.getBaseTotal());
    }
}
