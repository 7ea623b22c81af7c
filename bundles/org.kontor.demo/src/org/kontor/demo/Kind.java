// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

/** What identifiers are derived for; the order must never change. */
enum Kind {
    TEAM, USER, PRODUCT, PRICE_BOOK, PRICE_BOOK_ENTRY, EXCHANGE_RATE, ACCOUNT, CONTACT, CONTACT_POINT, ACCOUNT_CONTACT, LEAD, OPPORTUNITY,
    CONTACT_ROLE, OPPORTUNITY_ITEM, STAGE_HISTORY, ORDER, ORDER_ITEM, RETURN_ORDER, ACTIVITY
}
