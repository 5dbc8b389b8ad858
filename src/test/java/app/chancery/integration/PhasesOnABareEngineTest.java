package app.chancery.integration;

import app.chancery.BareEngineTest;

@BareEngineTest
class PhasesOnABareEngineTest extends ConductPhaseTest {}
