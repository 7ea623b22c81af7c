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
set "OPTIONS=-Dkontor.home="%KONTOR_HOME%" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dorg.slf4j.simpleLogger.defaultLogLevel=warn %KONTOR_JAVA_OPTIONS%"
set "CONFIGURATION="
copy nul "%HERE%configuration\.writable" >nul 2>nul && (del "%HERE%configuration\.writable" >nul) || set "CONFIGURATION=-configuration "%KONTOR_HOME%\configuration""
set "FIRST=%~1"
if "%FIRST%"=="" goto workbench
if "%FIRST:~0,1%"=="-" goto workbench
"%JAVA%" %OPTIONS% -jar "%LAUNCHER%" -nosplash -data "%KONTOR_HOME%\headless" %CONFIGURATION% -application org.kontor.headless.application %*
exit /b %ERRORLEVEL%
:workbench
rem the language chosen in the workbench; 23 is how the workbench asks to be started anew
set "LANGUAGE="
if exist "%KONTOR_HOME%\language" set /p LANGUAGE=<"%KONTOR_HOME%\language"
if defined LANGUAGE set "LANGUAGE=-nl %LANGUAGE%"
start "Kontor" /wait "%JAVAW%" %OPTIONS% -jar "%LAUNCHER%" -data "%KONTOR_HOME%\workspace" %CONFIGURATION% %LANGUAGE% %*
if %ERRORLEVEL% equ 23 goto workbench
exit /b %ERRORLEVEL%
