@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts Kontor: the workbench, or with a word (import, export, report, ...) the same work without a window.
setlocal
set "HERE=%~dp0"
set "JAVA=java.exe"
set "JAVAW=javaw.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
  set "JAVAW=%JAVA_HOME%\bin\javaw.exe"
)
"%JAVA%" --list-modules 2>nul | findstr /r /c:"java.base@2[1-9]" /c:"java.base@[3-9][0-9]" >nul
if errorlevel 1 (
  echo Kontor runs on Java 21 or newer, and none was found in JAVA_HOME or on the PATH. Install one, for example Eclipse Temurin 21, or set JAVA_HOME. 1>&2
  exit /b 1
)
if not defined KONTOR_HOME set "KONTOR_HOME=%USERPROFILE%\.kontor"
for %%f in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
set "OPTIONS=-Dkontor.home="%KONTOR_HOME%" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
set "CONFIGURATION="
copy nul "%HERE%configuration\.writable" >nul 2>nul && (del "%HERE%configuration\.writable" >nul) || set "CONFIGURATION=-configuration "%KONTOR_HOME%\configuration""
rem a bundle that uses the module of vectors is installed, and this Java has it
set "INSTALLED=%KONTOR_HOME%\configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
if not defined CONFIGURATION set "INSTALLED=%HERE%configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
if not exist "%INSTALLED%" set "INSTALLED=%HERE%configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
set "VECTORS="
findstr /b /c:"org.kontor.analytics.simd," "%INSTALLED%" >nul 2>nul && "%JAVA%" --list-modules 2>nul | findstr /b /c:"jdk.incubator.vector" >nul && set "VECTORS=--add-modules=jdk.incubator.vector"
set "FIRST=%~1"
if "%FIRST%"=="" goto workbench
if "%FIRST:~0,1%"=="-" goto workbench
if /i not "%FIRST%"=="analyze" if /i not "%FIRST%"=="evaluate" set "VECTORS="
"%JAVA%" %OPTIONS% %VECTORS% %KONTOR_JAVA_OPTIONS% -jar "%LAUNCHER%" -nosplash -data "%KONTOR_HOME%\headless" %CONFIGURATION% -application org.kontor.headless.application %*
exit /b %ERRORLEVEL%
:workbench
rem the Java machine keeps the classes of a start ready for the next one, until other bundles are installed, and compiles only what runs often
set "BUNDLES=%KONTOR_HOME%\configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
if not defined CONFIGURATION set "BUNDLES=%HERE%configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
if not exist "%BUNDLES%" set "BUNDLES=%HERE%configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
if not exist "%KONTOR_HOME%" mkdir "%KONTOR_HOME%"
fc /b "%BUNDLES%" "%KONTOR_HOME%\classes.bundles" >nul 2>nul || (
  del "%KONTOR_HOME%\classes.jsa" >nul 2>nul
  copy "%BUNDLES%" "%KONTOR_HOME%\classes.bundles" >nul
)
set "QUICK=-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="%KONTOR_HOME%\classes.jsa" -Xlog:disable"
set "QUICK=%QUICK% -XX:Tier3DelayOn=0 -XX:Tier4InvocationThreshold=40000 -XX:Tier4MinInvocationThreshold=20000 -XX:Tier4CompileThreshold=200000"
rem the language chosen in the workbench; 23 is how the workbench asks to be started anew
set "LANGUAGE="
if exist "%KONTOR_HOME%\language" set /p LANGUAGE=<"%KONTOR_HOME%\language"
if defined LANGUAGE set "LANGUAGE=-nl %LANGUAGE%"
start "Kontor" /wait "%JAVAW%" %OPTIONS% %QUICK% %VECTORS% %KONTOR_JAVA_OPTIONS% -jar "%LAUNCHER%" -data "%KONTOR_HOME%\workspace" %CONFIGURATION% %LANGUAGE% %*
if %ERRORLEVEL% equ 23 goto workbench
exit /b %ERRORLEVEL%
