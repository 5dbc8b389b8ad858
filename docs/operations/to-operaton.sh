#!/usr/bin/env bash
# Moves a copy of Chancery's source to Operaton, the fork of the engine that keeps its API under another
# package name:
#
#   docs/operations/to-operaton.sh <new folder>
#
# What it did when it was tried, and what is left to do by hand, stands in docs/supply-chain.md.
set -euo pipefail

OPERATON=1.0.3
# The newest of its JSON data format on Maven Central is 1.0.0, which lacks its parent there: the jar alone
# is put into the local repository first, under this version (mvn install:install-file).
SPIN_JSON=1.0.0-trial

to=${1:?a folder that does not exist yet}
mkdir "$to"
git -C "$(dirname "$0")/../.." archive HEAD | tar x -C "$to"
cd "$to"

# Packages, artifacts, settings, addresses of the web applications, the fluent model API and constants.
# The models keep Camunda's namespace, which the fork reads as well.
grep -rlIi camunda pom.xml src --include='*.'{java,xml,yml,yaml,properties,imports,html,js,css} |
  xargs sed -i -E \
    -e 's/org\.camunda\.(bpm|spin|commons)/org.operaton.\1/g' \
    -e 's#org/camunda/(bpm|spin)#org/operaton/\1#g' \
    -e 's#liquibase/camunda-#liquibase/operaton-#g' \
    -e 's/(bpmn|dmn)\.instance\.camunda/\1.instance.operaton/g' \
    -e 's/camunda-(bom|bpm-assert|bpm-spring|engine|spin|commons|dmn|admin|web|form)/operaton-\1/g' \
    -e 's/\bcamunda\.(bpm|version)/operaton.\1/g' \
    -e 's#(/|")camunda/(app|api|lib|"|no-such)#\1operaton/\2#g' \
    -e 's/camunda_bpm_webapp/operaton_bpm_webapp/g' \
    -e 's/\b(get|is|set|Abstract)Camunda/\1Operaton/g' \
    -e 's/\bCamunda([A-Z][A-Za-z]*)/Operaton\1/g' \
    -e 's/(\.|::)camunda([A-Z])/\1operaton\2/g' \
    -e 's/\bCAMUNDA_(TASK_EXECUTOR|ADMIN|BPMN|CSRF)/OPERATON_\1/g'
find src -name '*.yml' -exec sed -i 's/^camunda:$/operaton:/' {} +
find src -name '*Camunda*.java' | while read -r file; do
  name=$(basename "$file")
  mv "$file" "$(dirname "$file")/${name/Camunda/Operaton}"
done

# The build: no assertions library of the fork is on Maven Central, and some of its generics warn.
sed -i -E -e "s#<operaton.version>[^<]*#<operaton.version>$OPERATON#" -e 's#<arg>-Werror</arg>##' pom.xml
perl -0pi -e 's#\s*<dependency>\s*<groupId>org.operaton.bpm</groupId>\s*<artifactId>operaton-bpm-assert</artifactId>.*?</dependency>##s' pom.xml
SPIN_JSON=$SPIN_JSON perl -0pi -e 's#(\s*)(<artifactId>operaton-spin-dataformat-json-jackson</artifactId>)#$1$2$1<version>$ENV{SPIN_JSON}</version>#' pom.xml

# Two base classes take their properties in the constructor.
properties=org.operaton.bpm.spring.boot.starter.property.OperatonBpmProperties
export properties
engine=app/chancery/platform/engine
perl -0pi -e 's/(AbstractOperatonConfiguration chanceryEngine\(\n)/$1      $ENV{properties} properties,\n/; s/new AbstractOperatonConfiguration\(\)/new AbstractOperatonConfiguration(properties)/' \
  "src/main/java/$engine/EngineConfiguration.java"
perl -0pi -e 's/ModelsOfRelease\(JdbcClient db,(.*?)\) \{\n/ModelsOfRelease($ENV{properties} properties, JdbcClient db,$1) {\n    super(properties);\n/s' \
  "src/main/java/$engine/ModelsOfRelease.java"
sed -i "s/new ModelsOfRelease(/new ModelsOfRelease(new $properties(), /" \
  "src/test/java/$engine/ModelsOfReleaseTest.java"
