// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * What one class file refers to.
 *
 * @param name         fully qualified, with dots
 * @param superclass   fully qualified, or null
 * @param types        every type named in it, annotations included
 * @param members      every method called and field read, as {@code owner.member}
 * @param annotations  the annotations of the class
 * @param memberAnnotations the annotations of its fields and methods
 */
record ClassFile(String name, String superclass, Set<String> types, Set<String> members, Set<String> annotations, Set<String> memberAnnotations) {

    static ClassFile read(final byte[] bytes) {
        final ClassReader reader = new ClassReader(bytes);
        final Set<String> types = new TreeSet<>();
        final Collector collector = new Collector();
        reader.accept(new ClassRemapper(collector, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(final String internalName) {
                types.add(dotted(internalName));
                return internalName;
            }
        }), ClassReader.SKIP_FRAMES);
        final String superName = reader.getSuperName();
        return new ClassFile(dotted(reader.getClassName()), superName == null ? null : dotted(superName), types, collector.members, collector.annotations,
            collector.memberAnnotations);
    }

    String packageName() {
        return packageOf(name);
    }

    static String packageOf(final String type) {
        final int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }

    private static String dotted(final String internalName) {
        return internalName.replace('/', '.');
    }

    private static String annotation(final String descriptor) {
        return dotted(descriptor.substring(1, descriptor.length() - 1));
    }

    private static final class Collector extends ClassVisitor {

        private final Set<String> members = new TreeSet<>();
        private final Set<String> annotations = new TreeSet<>();
        private final Set<String> memberAnnotations = new TreeSet<>();

        Collector() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
            annotations.add(annotation(descriptor));
            return null;
        }

        @Override
        public FieldVisitor visitField(final int access, final String name, final String descriptor, final String signature, final Object value) {
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(final String type, final boolean visible) {
                    memberAnnotations.add(annotation(type));
                    return null;
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(final int access, final String name, final String descriptor, final String signature, final String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(final String type, final boolean visible) {
                    memberAnnotations.add(annotation(type));
                    return null;
                }

                @Override
                public void visitFieldInsn(final int opcode, final String owner, final String field, final String type) {
                    members.add(dotted(owner) + '.' + field);
                }

                @Override
                public void visitMethodInsn(final int opcode, final String owner, final String method, final String type, final boolean isInterface) {
                    members.add(dotted(owner) + '.' + method);
                }
            };
        }
    }
}
