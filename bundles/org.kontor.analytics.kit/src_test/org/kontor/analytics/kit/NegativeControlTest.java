// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Applicability;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/** A kit that lets everything pass is worth nothing: a sound provider passes, and each fault is found where it should be. */
class NegativeControlTest {

    private static Case sample() {
        final var random = new SplittableRandom(1);
        final var values = new double[300];
        Arrays.setAll(values, i -> random.nextDouble());
        return new Case("values", new Dataset(Frame.of(NumberColumn.of("x", values)), Map.of(Role.FEATURES, List.of("x"))), Map.of());
    }

    private static List<String> failures(final Algorithm provider) {
        final var failed = new ArrayList<String>();
        for (final var check : Compatibility.checks(provider, List.of(sample()))) {
            if (fails(check)) {
                failed.add(check.name().replace(": values", ""));
            }
        }
        return failed;
    }

    private static boolean fails(final Check check) {
        try {
            assertDoesNotThrow(check.body());
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }

    @TestFactory
    List<DynamicTest> aSoundProviderPasses() {
        return new CompatibilityTest() {
            @Override
            protected Algorithm algorithm() {
                return new Sample();
            }

            @Override
            protected List<Case> cases() {
                return List.of(sample());
            }
        }.compatibility().toList();
    }

    @Test
    void oneThatAddsUpAsThreadsComeIsFound() {
        assertEquals(List.of("threads"), failures(new Sample() {
            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                final int each = Math.ceilDiv(data.rows(), context.threads());
                final var sums = new double[context.threads()];
                context.parallel(sums.length, part -> {
                    for (int i = part * each; i < Math.min(data.rows(), (part + 1) * each); i++) {
                        sums[part] += data.column(Role.FEATURES).isMissing(i) ? 0 : data.column(Role.FEATURES).number(i);
                        if (i % Frame.BLOCK == 0) {
                            context.checkCancelled();
                        }
                    }
                });
                return Arrays.stream(sums).sum() / data.rows();
            }
        }));
    }

    @Test
    void oneThatNeverDoesTheSameTwiceIsFound() {
        final var count = new AtomicLong();
        assertEquals(List.of("repeat", "threads", "language", "odd data"), failures(new Sample() {
            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                return super.mean(data, parameters, context) + count.incrementAndGet();
            }
        }));
    }

    @Test
    void oneThatDependsOnTheLanguageIsFound() {
        assertEquals(List.of("language"), failures(new Sample() {
            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                return super.mean(data, parameters, context) + Locale.getDefault().toLanguageTag().length();
            }
        }));
    }

    @Test
    void oneThatChangesItsInputIsFound() {
        final var failed = failures(new Sample() {
            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                try {
                    final var values = NumberColumn.class.getDeclaredField("values");
                    values.setAccessible(true);
                    final var all = (double[]) values.get(data.column(Role.FEATURES));
                    if (all.length > 0) {
                        all[0] += 1;
                    }
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
                return super.mean(data, parameters, context);
            }
        });
        assertEquals(true, failed.contains("input") && failed.contains("repeat"), failed.toString());
    }

    @Test
    void oneThatCannotBeStoppedIsFound() {
        assertEquals(List.of("cancel"), failures(new Sample() {
            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                final var column = data.column(Role.FEATURES);
                double sum = 0;
                for (int round = 0; round < 300; round++) {
                    for (int i = 0; i < data.rows(); i++) {
                        sum += column.number(i) / (round + 1);
                    }
                }
                return sum;
            }
        }));
    }

    @Test
    void oneThatSwallowsTheWishToStopIsFound() {
        assertEquals(List.of("cancel"), failures(new Sample() {
            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                try {
                    return super.mean(data, parameters, context);
                } catch (CancellationException ignored) {
                    return 0;
                }
            }

            @Override
            Model model(final double mean) {
                final var sound = super.model(mean);
                return new Model() {
                    @Override
                    public TablePart apply(final Dataset data, final RunContext context) {
                        return sound.apply(data, Compatibility.context(Progress.NONE, 1, Long.MAX_VALUE, null));
                    }

                    @Override
                    public List<Contribution> explain(final Dataset data, final int row) {
                        return sound.explain(data, row);
                    }

                    @Override
                    public ModelState state() {
                        return sound.state();
                    }
                };
            }
        }));
    }

    @Test
    void oneThatTakesMoreMemoryThanItSaysIsFound() {
        assertEquals(List.of("memory"), failures(new Sample() {
            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                long kept = 0;
                for (int i = 0; i < 2_000; i++) { // in pieces: a new array of many megabytes takes as long as a wish to stop may wait
                    kept += new long[data.rows()].length;
                    context.checkCancelled();
                }
                return super.mean(data, parameters, context) + kept;
            }
        }));
    }

    @Test
    void oneThatRunsWithoutTheMemoryItNeedsIsFound() {
        assertEquals(List.of("memory"), failures(new Sample() {
            @Override
            void refuse(final long memory, final RunContext context) {
                // goes on
            }
        }));
    }

    @Test
    void oneThatFailsOnOddDataIsFound() {
        assertEquals(List.of("odd data"), failures(new Sample() {
            @Override
            public Applicability applicability(final Dataset data, final Parameters parameters) {
                return new Applicability(data.against(descriptor().needs()), List.of());
            }

            @Override
            double mean(final Dataset data, final Parameters parameters, final RunContext context) {
                return super.mean(data, parameters, context) + 0 * data.column(Role.FEATURES).number(0);
            }
        }));
    }

    @Test
    void oneThatLosesWhatItLearnedIsFound() {
        assertEquals(List.of("model"), failures(new Sample() {
            @Override
            public Model restore(final ModelState state) {
                super.restore(state);
                return model(0);
            }
        }));
    }

    @Test
    void oneThatNamesColumnsAsPlainTextIsFound() {
        assertEquals(List.of("names"), failures(naming(name -> List.of(Message.name("About “" + name + "”")))));
        assertEquals(List.of(), failures(naming(name -> List.of(Message.join(" ", List.of(Message.name("About"), Message.column(name)))))));
    }

    @Test
    void oneThatDoesNotSayThatCellsAreColumnsIsFound() {
        assertEquals(List.of("names"), failures(showing(table -> table)));
        assertEquals(List.of(), failures(showing(table -> table.saying(List.of(Message.column("x"), Message.column("x☞"))))));
    }

    private static Sample naming(final Function<String, List<Message>> sentences) {
        return new Sample() {
            @Override
            public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
                final var sound = super.run(data, parameters, context);
                return new Result(sentences.apply(data.column(Role.FEATURES).name()), sound.metrics(), sound.parts(), sound.warnings(), sound.model());
            }
        };
    }

    private static Sample showing(final UnaryOperator<TableBuilder> saying) {
        return new Sample() {
            @Override
            public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
                final var sound = super.run(data, parameters, context);
                final var name = data.column(Role.FEATURES).name();
                final var table = new TableBuilder(Messages.TEXTS, "sample").add(TextColumn.of("column", List.of(name)), Message.name("Column"),
                        Message.name("Which"), Meaning.PLAIN);
                final var parts = new ArrayList<>(sound.parts());
                parts.add(saying.apply(table).build("columns", Message.name("Columns")));
                return new Result(sound.summary(), sound.metrics(), parts, sound.warnings(), sound.model());
            }
        };
    }

    @Test
    void oneThatLacksATranslationIsFound() {
        assertEquals(List.of("texts"), failures(new Sample() {
            @Override
            public AlgorithmDescriptor descriptor() {
                final var sound = super.descriptor();
                return new AlgorithmDescriptor("untold", "1.0.0", sound.family(), sound.texts(), sound.literature(), sound.cost(), sound.needs(), sound.parameters(),
                        Set.of());
            }
        }));
    }

    @Test
    void aWrongAnswerIsFound() {
        for (final var known : KnownAnswers.of("kmeans")) {
            final var wrong = Result.builder()
                    .metric("inertia", 78.85144142614601 * 1.00001, Message.name("inertia"), Trail.NONE).build();
            assertEquals(true, fails(new Check(known.question().name(), () -> known.answer().accept(wrong))), known.question().name());
        }
    }
}
