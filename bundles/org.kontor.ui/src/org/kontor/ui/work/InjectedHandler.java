// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;
import org.eclipse.ui.services.IServiceLocator;

/**
 * Runs a plain object as the handler of a command that {@code plugin.xml} declares. The object's method {@code @Execute} gets what it asks
 * for from the context of the active part, and the command's parameters by {@code @Named("the.parameter.id")}; its method {@code
 * @CanExecute},
 * where
 * it has one, says whether the command is enabled. An object that implements {@link IElementUpdater} may change the text of menu items.
 *
 * <pre>
 * &lt;handler commandId="com.example.greet" class="org.kontor.ui.work.InjectedHandler:com.example.Greet"/&gt;
 * </pre>
 *
 * @since 0.1
 */
public final class InjectedHandler extends AbstractHandler implements IExecutableExtension, IElementUpdater {

    private Class<?> handlerClass;
    private Object handler;

    @Override
    public void setInitializationData(final IConfigurationElement element, final String property, final Object data) throws CoreException {
        final var contributor = element.getContributor().getName();
        try {
            handlerClass = Platform.getBundle(contributor).loadClass(String.valueOf(data));
        } catch (ClassNotFoundException absent) {
            throw new CoreException(Status.error(contributor + " has no class " + data, absent));
        }
    }

    @Override
    public Object execute(final ExecutionEvent event) throws ExecutionException {
        final var context = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(IEclipseContext.class).getActiveLeaf();
        final var parameters = EclipseContextFactory.create();
        try {
            for (final Map.Entry<?, ?> parameter : ((Map<?, ?>) event.getParameters()).entrySet()) {
                parameters.set(String.valueOf(parameter.getKey()), parameter.getValue());
            }
            return ContextInjectionFactory.invoke(handler(context), Execute.class, context, parameters, null);
        } finally {
            parameters.dispose();
        }
    }

    @Override
    public void setEnabled(final Object evaluationContext) {
        final var window = HandlerUtil.getVariable(evaluationContext, "activeWorkbenchWindow");
        if (window instanceof final IServiceLocator services) {
            final var context = services.getService(IEclipseContext.class).getActiveLeaf();
            setBaseEnabled(!Boolean.FALSE.equals(ContextInjectionFactory.invoke(handler(context), CanExecute.class, context,
                    Boolean.TRUE)));
        }
    }

    private Object handler(final IEclipseContext context) {
        if (handler == null) {
            // made without injected fields of one part: the same object serves every part of the window
            handler = ContextInjectionFactory.make(handlerClass, context.get(MApplication.class).getContext());
        }
        return handler;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(final UIElement element, final Map parameters) {
        if (handler instanceof final IElementUpdater updater) {
            updater.updateElement(element, parameters);
        }
    }
}
