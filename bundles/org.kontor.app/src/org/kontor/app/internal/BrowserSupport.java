// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.net.URL;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.browser.AbstractWebBrowser;
import org.eclipse.ui.browser.AbstractWorkbenchBrowserSupport;
import org.eclipse.ui.browser.IWebBrowser;

import org.kontor.core.problem.ProblemException;
import org.kontor.ui.work.ProblemDialog;

/** Shows the help and other pages outside; where there is no browser, says so with the address. The platform's own message leaves it out. */
public final class BrowserSupport extends AbstractWorkbenchBrowserSupport {

    @Override
    public IWebBrowser createBrowser(final String browserId) {
        return new AbstractWebBrowser(browserId == null ? BrowserSupport.class.getName() : browserId) {
            @Override
            public void openURL(final URL address) {
                final var display = PlatformUI.getWorkbench().getDisplay();
                display.asyncExec(() -> show(address.toExternalForm()));
            }
        };
    }

    @Override
    public IWebBrowser createBrowser(final int style, final String browserId, final String name, final String tooltip) {
        return createBrowser(browserId);
    }

    private static void show(final String address) {
        try {
            ExternalBrowser.ofThisMachine().open(address);
        } catch (ProblemException none) {
            ProblemDialog.open(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), none);
        }
    }
}
