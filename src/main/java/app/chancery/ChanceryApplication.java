package app.chancery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the office: the web application, or one of the commands that need no server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChanceryApplication {

  public static void main(String[] args) {
    SpringApplication.run(ChanceryApplication.class, args);
  }
}
