@echo off
rem SPDX-License-Identifier: EPL-2.0
rem   kontor                builds Kontor where it is not built yet and opens the workbench
rem   kontor build [-o]     builds product and update site and nothing else       -o: without the network
rem   kontor test [-o]      runs every test of every layer
rem   kontor WORD [ARG]...  import, export, demo, report, verify, backup, restore, undo, log
setlocal
set "ROOT=%~dp0"
set "INSTALLATION=%ROOT%releng\product\target\products\org.kontor.product\win32\win32\x86_64\kontor"
set "MAVEN_VERSION=3.9.16"
set "MAVEN=%USERPROFILE%\.m2\kontor-maven\apache-maven-%MAVEN_VERSION%"
set "WORD=%~1"
if "%WORD%"=="build" goto build
if "%WORD%"=="test" goto test
if not exist "%INSTALLATION%\kontor.cmd" call :maven verify -am -pl releng/product,releng/repository -Dmaven.test.skip=true
if not exist "%INSTALLATION%\kontor.cmd" exit /b 1
call "%INSTALLATION%\kontor.cmd" %*
exit /b %ERRORLEVEL%

:build
call :maven verify -am -pl releng/product,releng/repository -Dmaven.test.skip=true %2 %3 %4 %5
exit /b %ERRORLEVEL%

:test
call :maven verify -fae %2 %3 %4 %5
exit /b %ERRORLEVEL%

:maven
if exist "%MAVEN%\bin\mvn.cmd" goto run
where mvn >nul 2>nul
if errorlevel 1 (
  echo Kontor is built with Maven %MAVEN_VERSION%. Any Maven from 3.6 on fetches it, and none is on the PATH. 1>&2
  exit /b 1
)
pushd "%USERPROFILE%"
call mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack -Dartifact=org.apache.maven:apache-maven:%MAVEN_VERSION%:zip:bin "-DoutputDirectory=%USERPROFILE%\.m2\kontor-maven"
popd
if not exist "%MAVEN%\bin\mvn.cmd" (
  echo Maven %MAVEN_VERSION% could not be fetched. Check the connection to the Maven repository, then try again. 1>&2
  exit /b 1
)
:run
call "%MAVEN%\bin\mvn.cmd" -f "%ROOT%pom.xml" %*
exit /b %ERRORLEVEL%
