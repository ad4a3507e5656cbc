@ECHO OFF
rem The commands of the Makefile, for Windows. "make help" lists them.

rem The settings below end with this file.
setlocal
pushd %~dp0
if "%PYTHON%" == "" set PYTHON=py -3
set VENV=.venv
set BUILDDIR=_build

set TARGET=%1
if "%1" == "" set TARGET=all
if "%1" == "help" goto help
if "%1" == "clean" (
	if exist %BUILDDIR% rmdir /S /Q %BUILDDIR%
	goto end
)
if "%1" == "distclean" (
	if exist %BUILDDIR% rmdir /S /Q %BUILDDIR%
	if exist %VENV% rmdir /S /Q %VENV%
	goto end
)

if not exist %VENV%\.run (
	%PYTHON% -m venv %VENV% || goto failed
	%VENV%\Scripts\python -m pip install --quiet -r requirements.txt || goto failed
	echo. > %VENV%\.run
)
if "%1" == "test" goto dev
if "%1" == "serve" goto dev
if "%1" == "latexpdf" (
	where latexmk >NUL 2>NUL || (
		echo TeX is missing. Install TeX Live or MiKTeX with LuaLaTeX and latexmk. 1>&2
		popd
		exit /B 2
	)
)
if "%TARGET%" == "pdf" goto pdf
if "%TARGET%" == "check" goto check
if "%TARGET%" == "translations" goto translations
if "%TARGET%" == "all" (
	%VENV%\Scripts\python -m sphinx -M html . %BUILDDIR% -D cv_own_pdf=%BUILDDIR%/pdf/cv.pdf %SPHINXOPTS% || goto failed
	goto end
)
%VENV%\Scripts\python -m sphinx -M %TARGET% . %BUILDDIR% %SPHINXOPTS% || goto failed
goto end

:pdf
%VENV%\Scripts\python -m sphinx -b typst -d %BUILDDIR%\doctrees %SPHINXOPTS% . %BUILDDIR%\pdf || goto failed
goto end

:check
set PYTHONPATH=_ext
%VENV%\Scripts\python -m sphinx_cv || goto failed
goto end

:translations
set PYTHONPATH=_ext
%VENV%\Scripts\python -m sphinx_cv translations || goto failed
goto end

:dev
if not exist %VENV%\.dev (
	%VENV%\Scripts\python -m pip install --quiet -r requirements-dev.txt || goto failed
	echo. > %VENV%\.dev
)
if "%1" == "test" %VENV%\Scripts\python -m pytest || goto failed
set PYTHONPATH=_ext
if "%1" == "serve" %VENV%\Scripts\python -m sphinx_cv serve %SERVEOPTS% %SPHINXOPTS% || goto failed
goto end

:help
echo make             the website and the PDF
echo make html        the website, in _build\html, with a public PDF
echo make pdf         your own PDF, with your private facts: _build\pdf\cv.pdf
echo make latexpdf    the same PDF, built with LaTeX: _build\latex\cv.pdf (needs TeX)
echo make check       check the sources without building
echo make translations update the files of translations in locales\
echo make serve       preview the site in a browser, rebuilt on every save
echo make test        run all tests
echo make clean       delete what was built; distclean: the environment too
echo Any other target is one of Sphinx's builders: dirhtml, singlehtml, text, epub, linkcheck.
goto end

:failed
popd
exit /B 1

:end
popd
