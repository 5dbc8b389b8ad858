/**
 * Who there is: persons and their accounts, the groups and delegations they belong to, and who acts
 * in whose place while somebody is away. How they come in and what they may do is the matter of
 * {@link app.chancery.platform.security}.
 */
@org.springframework.modulith.NamedInterface("people")
package app.chancery.platform.people;
