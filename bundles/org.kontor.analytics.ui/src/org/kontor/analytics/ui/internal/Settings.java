// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.Optional;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.TableParameter;

/** Settings of a method as they are called on the page on which people make them. */
public final class Settings {

    private Settings() {
    }

    private static Optional<? extends Parameter<?>> parameter(final Optional<AlgorithmDescriptor> method, final String name) {
        return method.flatMap(found -> found.parameters().stream().filter(one -> one.name().equals(name)).findFirst());
    }

    /** What a setting is called; its name where the method, or the setting, is not there any more. */
    public static String label(final Optional<AlgorithmDescriptor> method, final String name) {
        return parameter(method, name).map(found -> method.orElseThrow().label(found).text()).orElse(name);
    }

    /** What its value is called. */
    public static String value(final Optional<AlgorithmDescriptor> method, final String name, final String value) {
        return parameter(method, name).filter(ChoiceParameter.class::isInstance).map(ChoiceParameter.class::cast)
                .filter(choice -> choice.choices().contains(value)).map(choice -> method.orElseThrow().label(choice, value).text()).orElse(value);
    }

    /** Whether it is a table, which is too long for a line. */
    public static boolean isTable(final Optional<AlgorithmDescriptor> method, final String name) {
        return parameter(method, name).filter(TableParameter.class::isInstance).isPresent();
    }
}
